package dev.cutoff.inventory.signin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row as its format has it: texts, empty ones left out. Filled anew for each row, so that a long file makes no garbage of it. */
public final class RawSignIn {

    private static final int FIELDS = SignInField.values().length;

    private final @Nullable String[] values = new String[FIELDS];

    /** Keeps the first value that says something: exports have columns twice. */
    public void set(SignInField field, @Nullable String value) {
        if (value != null && !value.isBlank() && values[field.ordinal()] == null) {
            values[field.ordinal()] = value.strip();
        }
    }

    public @Nullable String get(SignInField field) {
        return values[field.ordinal()];
    }

    public void clear() {
        Arrays.fill(values, null);
    }
}
