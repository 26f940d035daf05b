package dev.cutoff.commons.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One invalid part of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; absent for a parameter
 * @param parameter name of the query, path or header parameter; absent for the body
 * @param detail what is wrong and what would be right, without its subject: {@code must be a whole number}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Invalid(@Nullable String pointer, @Nullable String parameter, String detail) {

    public static Invalid field(String pointer, String detail) {
        return new Invalid(pointer, null, detail);
    }

    /** The error with its subject: {@code limit must be a whole number}. */
    String sentence() {
        if (parameter != null) {
            return parameter + " " + detail;
        }
        return (pointer == null || pointer.isEmpty() ? "The body" : pointer) + " " + detail;
    }

    public static Invalid parameter(String name, String detail) {
        return new Invalid(null, name, detail);
    }
}
