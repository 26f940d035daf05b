package dev.cutoff.timeline.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a revision: these lines, for this audience, go through these phases.
 *
 * @param id unique in its revision
 * @param part what the qualifier means, for machines; {@code named} unless stated
 * @param affected false if the vendor says that nothing happens to them, unless it puts them into a wave by name; true unless stated
 */
@Schema(
        description = "These protocols, for this audience, go through these phases",
        requiredProperties = {"id", "protocols", "auth", "audience", "affected", "phases"})
public record Rule(
        @Schema(description = "Unique in its revision", examples = "worldwide")
        String id,

        @Schema(description = "What is retired") List<Protocol> protocols,

        @Schema(description = "Auth method that is retired") AuthMethod auth,

        @Nullable @Schema(
                description = "The part of it that is meant; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @Nullable @Schema(
                description = "What the qualifier means, for machines; `named` unless given, null without a qualifier",
                nullable = true)
        Part part,

        @Schema(description = "Whom it speaks to") Audience audience,

        @Schema(description = "False if the vendor says that nothing happens to them")
        Boolean affected,

        @Schema(description = "The dated steps, at most one of each kind, and beside it one for each wave")
        List<Phase> phases,

        @Nullable @Schema(
                description = "What else the vendor said",
                examples = "Neither switched off nor changed",
                nullable = true)
        String note) {

    public Rule {
        Words.required(id, "id");
        Words.required(auth, "auth");
        protocols = protocols == null ? List.of() : List.copyOf(protocols);
        phases = phases == null ? List.of() : List.copyOf(phases);
        audience = audience == null ? Audience.EVERYBODY : audience;
        Words.require(part == null || qualifier != null, "part needs a qualifier that names it");
        part = part == null && qualifier != null ? Part.NAMED : part;
        affected = affected == null || affected;
        Words.require(!protocols.isEmpty(), "protocols must name at least one");
        Words.require(new HashSet<>(protocols).size() == protocols.size(), "protocols must not name one twice");
        Words.require(
                phases.stream()
                                .map(phase -> List.of(phase.kind(), Optional.ofNullable(phase.wave())))
                                .distinct()
                                .count()
                        == phases.size(),
                "phases must not have two of one kind");
        Words.require(
                affected || phases.isEmpty() || phases.stream().anyMatch(phase -> phase.wave() != null),
                "phases must be empty where affected is false and there is no wave");
        Words.require(
                affected == phases.stream().anyMatch(Rule::isEnd),
                affected
                        ? "phases must have a rollout, a disabled-by-default or a permanent-off where affected is not false"
                        : "phases must end nothing for all where affected is false");
    }

    private static boolean isEnd(Phase phase) {
        return phase.wave() == null
                && (phase.kind() == PhaseKind.ROLLOUT
                        || phase.kind() == PhaseKind.DISABLED_BY_DEFAULT
                        || phase.kind() == PhaseKind.PERMANENT_OFF);
    }

    /** The step of this kind that is for all of the audience. */
    Optional<Phase> phase(PhaseKind kind) {
        for (var phase : phases) {
            if (phase.kind() == kind && phase.wave() == null) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    /** The step in which the vendor turns its switch, if it does not do so for good at once. */
    Optional<Phase> stop() {
        return phase(PhaseKind.ROLLOUT).or(() -> phase(PhaseKind.DISABLED_BY_DEFAULT));
    }

    /** Whether its tenants never had it: the day on which it stops for them is none of theirs. */
    boolean startsWithout() {
        var createdFrom = audience.createdFrom();
        var day = stop().or(() -> phase(PhaseKind.PERMANENT_OFF))
                .map(Phase::exactDay)
                .orElse(null);
        return createdFrom != null && day != null && !day.isAfter(createdFrom);
    }

    /** Whether tenants are taken one after another, all of them or some. */
    boolean takesTenants() {
        return phases.stream()
                .anyMatch(phase -> phase.kind() == PhaseKind.ROLLOUT || phase.kind() == PhaseKind.DISABLED_BY_DEFAULT);
    }

    /** Where something can be obtained: a window that comes before the switch-off, and one after it. */
    List<Phase> windows(ExemptionKind kind) {
        var windows = new ArrayList<Phase>();
        for (var phase : phases) {
            if (phase.grants().contains(kind)) {
                windows.add(phase);
            }
        }
        return windows;
    }

    /** Whether it says something of the line, or of what that is a part of. */
    boolean speaksOf(Line line) {
        return auth == line.authMethod()
                && protocols.contains(line.protocol())
                && new Line(line.protocol(), auth, qualifier, part).contains(line);
    }

    Stream<Line> lines() {
        return protocols.stream().map(protocol -> new Line(protocol, auth, qualifier, part));
    }
}
