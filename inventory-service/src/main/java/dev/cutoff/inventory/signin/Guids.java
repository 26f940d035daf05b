package dev.cutoff.inventory.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** GUIDs in their 36-character form, without a pattern: there are four in every row. */
final class Guids {

    private Guids() {}

    /** @return null if it is none; {@link UUID#fromString} alone would accept {@code 1-1-1-1-1} */
    static @Nullable UUID parse(String text) {
        if (text.length() != 36) {
            return null;
        }
        for (var i = 0; i < 36; i++) {
            var isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return null;
            }
        }
        return UUID.fromString(text);
    }
}
