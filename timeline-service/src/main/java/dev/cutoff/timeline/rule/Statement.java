package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one side says about a line. The three sides stand side by side and are never merged into one green light.
 *
 * @param at when it was said or seen
 * @param source what to look up
 * @param recordedAt when we were told: a late entry shows as one
 */
@Schema(
        description = "What one side says: the tenant, the vendor, or the evidence",
        requiredProperties = {"value", "at", "source", "recordedAt"})
public record Statement(
        @Schema(description = "What it says", examples = "opt-out")
        String value,

        @Schema(description = "When it was said or seen", examples = "2022-09-12T08:30:00Z")
        Instant at,

        @Schema(
                description = "What to look up: a message of the vendor, or an exemption",
                examples = "exemptions/5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
        String source,

        @Schema(description = "When it was recorded here; a late entry shows as one", examples = "2022-09-14T10:00:00Z")
        Instant recordedAt) {

    /** What the tenant asked for last, as far as it still stands at the instant. */
    static @Nullable Statement declared(Facts facts, List<Revision> revisions, Instant at) {
        return facts.exemptions().stream()
                .filter(exemption -> !exemption.scope().isForNamedAccounts())
                .filter(exemption -> exemption.revokedAt() == null || at.isBefore(exemption.revokedAt()))
                .filter(exemption -> Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, facts.notices())
                        .filter(voiding -> !at.isBefore(voiding.at()))
                        .isEmpty())
                .map(exemption -> new Statement(
                        Words.of(exemption.kind()), exemption.requestedAt(), source(exemption), exemption.recordedAt()))
                .filter(statement -> !statement.at().isAfter(at))
                .max(latest())
                .orElse(null);
    }

    /** What the vendor said last, by a notice or by confirming an exemption. */
    static @Nullable Statement confirmed(Facts facts, Instant at) {
        var said = new ArrayList<Statement>();
        facts.notices()
                .forEach(notice -> said.add(new Statement(
                        Words.of(notice.kind()), notice.publishedAt(), notice.message(), notice.recordedAt())));
        facts.exemptions().forEach(exemption -> {
            var confirmedAt = exemption.confirmedAt();
            if (confirmedAt != null) {
                said.add(new Statement(
                        Words.of(exemption.kind()), confirmedAt, source(exemption), exemption.recordedAt()));
            }
        });
        return said.stream()
                .filter(statement -> !statement.at().isAfter(at))
                .max(latest())
                .orElse(null);
    }

    /** What was seen last; so far the only evidence that reaches us is what is told with a re-enable. */
    static @Nullable Statement observed(Facts facts, Instant at) {
        return facts.exemptions().stream()
                .filter(exemption -> exemption.observedOffAt() != null)
                .map(exemption ->
                        new Statement("off", exemption.observedOffAt(), source(exemption), exemption.recordedAt()))
                .filter(statement -> !statement.at().isAfter(at))
                .max(latest())
                .orElse(null);
    }

    private static Comparator<Statement> latest() {
        return Comparator.comparing(Statement::at)
                .thenComparing(Statement::source)
                .thenComparing(Statement::value);
    }

    private static String source(Exemption exemption) {
        return "exemptions/" + exemption.id();
    }
}
