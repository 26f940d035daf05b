package dev.cutoff.notification.digest;

import dev.cutoff.notification.message.Digest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clients as a mail lists them. What devices and programs say of themselves is somebody else's text: it gets one line and an end. */
final class Labels {

    private static final int LONGEST = 120;

    private Labels() {}

    static Digest.Row listed(ToldStore.Row row, String tenant) {
        var label = Stream.of(row.name(), row.product(), row.account())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElseGet(() -> row.clientId().toString());
        var account = row.account() == null || row.account().equals(label) ? null : line(row.account());
        return new Digest.Row(
                row.clientId(),
                tenant,
                line(label),
                row.kind(),
                account,
                row.shared(),
                row.owner() == null ? null : line(row.owner()),
                row.protocols());
    }

    static String line(@Nullable String text) {
        var line = String.valueOf(text)
                .replaceAll("[\\p{Cc}\\s\\u2028\\u2029]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }
}
