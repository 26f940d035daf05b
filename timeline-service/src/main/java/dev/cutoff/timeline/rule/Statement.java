package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one side says about a line. The three sides stand side by side and are never merged into one green light.
 *
 * @param at when it was said or seen
 * @param source what to look up
 * @param recordedAt when we were told: a late entry shows as one
 * @param disputed whether the vendor's word and the rules, or the ledger, contradict each other here
 */
@Schema(
        description = "What one side says: the tenant, the vendor, or the evidence",
        requiredProperties = {"value", "at", "source", "recordedAt", "disputed"})
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
        Instant recordedAt,

        @Schema(
                description =
                        "Whether the vendor's word contradicts its rules or the ledger here; the vendor notice or exemption says how",
                examples = "false")
        boolean disputed) {

    /**
     * What the tenant asked for last, as far as it still stands at the instant.
     *
     * @param isDisputed whether the vendor's word contradicts an exemption
     */
    static @Nullable Statement declared(
            Facts facts, List<Revision> revisions, Instant at, Predicate<Exemption> isDisputed) {
        return facts.exemptions().stream()
                .filter(exemption -> !exemption.requestedAt().isAfter(at))
                .filter(exemption -> !exemption.scope().isForNamedAccounts())
                .filter(exemption -> exemption.revokedAt() == null || at.isBefore(exemption.revokedAt()))
                .filter(exemption -> Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, facts.notices())
                        .filter(voiding -> !at.isBefore(voiding.at()))
                        .isEmpty())
                .max(Comparator.comparing(Exemption::requestedAt).thenComparing(Exemption::id))
                .map(exemption -> of(exemption, exemption.requestedAt(), isDisputed.test(exemption)))
                .orElse(null);
    }

    /**
     * What the vendor said last, by a notice or by confirming an exemption.
     *
     * @param isDisputed whether a notice contradicts the rules or the ledger
     */
    static @Nullable Statement confirmed(Facts facts, Instant at, Predicate<VendorNotice> isDisputed) {
        var notice = facts.notices().stream()
                .filter(said -> !said.publishedAt().isAfter(at))
                .max(VendorNotice.ORDER)
                .map(said -> new Statement(
                        Words.of(said.kind()),
                        said.publishedAt(),
                        said.message(),
                        said.recordedAt(),
                        isDisputed.test(said)));
        var answers = facts.exemptions().stream()
                .flatMap(exemption -> Stream.ofNullable(exemption.confirmedAt())
                        .filter(confirmedAt -> !confirmedAt.isAfter(at))
                        .map(confirmedAt -> of(exemption, confirmedAt, false)));
        return Stream.concat(notice.stream(), answers).max(latest()).orElse(null);
    }

    /** What was seen last; so far the only evidence that reaches us is what is told with a re-enable. */
    static @Nullable Statement observed(Facts facts, Instant at) {
        return facts.exemptions().stream()
                .flatMap(exemption -> Stream.ofNullable(exemption.observedOffAt())
                        .filter(seen -> !seen.isAfter(at))
                        .map(seen -> new Statement("off", seen, source(exemption), exemption.recordedAt(), false)))
                .max(latest())
                .orElse(null);
    }

    private static Statement of(Exemption exemption, Instant at, boolean isDisputed) {
        return new Statement(Words.of(exemption.kind()), at, source(exemption), exemption.recordedAt(), isDisputed);
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
