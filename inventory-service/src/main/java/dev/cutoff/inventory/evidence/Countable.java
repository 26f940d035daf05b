package dev.cutoff.inventory.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which staged rows can be counted: sign-ins of days whose keys are kept.
 *
 * @param rows how many there are
 * @param forgotten days of the job whose keys are not kept any more, as {@code 2022-08-19}
 */
record Countable(long rows, List<String> forgotten) {

    private static final String SIGN_IN = "s.reason is null";

    /** As a condition on staged rows that are called {@code s}. */
    String condition() {
        return forgotten.isEmpty() ? SIGN_IN : SIGN_IN + " and s.day not in (" + dates() + ")";
    }

    /** The others, that are too old. */
    String tooOld() {
        return SIGN_IN + " and s.day in (" + dates() + ")";
    }

    String[] forgottenArray() {
        return forgotten.toArray(String[]::new);
    }

    private String dates() {
        return forgotten.stream().map("date '%s'"::formatted).collect(Collectors.joining(", "));
    }
}
