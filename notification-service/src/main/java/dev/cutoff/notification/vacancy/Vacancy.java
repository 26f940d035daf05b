package dev.cutoff.notification.vacancy;

import dev.cutoff.notification.escalation.VacancyReason;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That nobody takes a client, as a plan finds it.
 *
 * @param protocols that stop and that nobody sees to
 * @param nearest first day on which one of them may stop; null if no day is known
 */
public record Vacancy(
        UUID clientId,
        String programme,
        VacancyReason reason,
        List<String> protocols,
        @Nullable LocalDate nearest) {

    /** The same client and programme, of several lines: for the gravest reason. */
    public Vacancy joined(Vacancy other) {
        return new Vacancy(
                clientId,
                programme,
                reason.compareTo(other.reason) <= 0 ? reason : other.reason,
                Stream.concat(protocols.stream(), other.protocols.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Stream.of(nearest, other.nearest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
