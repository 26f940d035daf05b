package dev.cutoff.notification.line;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What timeline says of a line of a tenant, as far as it matters for whom the line decides.
 *
 * @param part which usages the line means; null exactly if that is all of its protocol and auth method
 * @param effective programme that decides about the line, where several touch it; null if that is not said
 * @param from first day on which it may stop; null if none is known
 */
public record Statement(
        Line line,
        @Nullable Part part,
        @Nullable String effective,
        @Nullable LocalDate from) {

    /** The more specific first; of two that are equally so the one that stops sooner. */
    static final Comparator<Statement> ORDER = Comparator.comparing(Statement::part, Comparator.nullsLast(Part.ORDER))
            .thenComparing(Statement::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Statement::line);

    boolean concerns(Usage usage) {
        return line.protocol().equals(usage.protocol())
                && line.authMethod().equals(usage.authMethod())
                && (part == null || part.has(usage));
    }
}
