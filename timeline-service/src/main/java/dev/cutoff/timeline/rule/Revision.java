package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor announced on one day. Immutable; a later one supersedes it.
 *
 * @param sequence tells several of one day apart, from 1
 * @param zone in which its days begin; UTC unless the vendor named one
 * @param moved which date it moved, from where to where; null if none
 * @param voids kinds of exemption that were obtained before and protect no longer
 */
@Schema(
        description = "What the vendor announced on one day; a later one supersedes it",
        requiredProperties = {"announced", "sequence", "zone", "source", "summary", "moved", "voids", "rules"})
public record Revision(
        @Schema(description = "Day of the announcement", examples = "2022-09-01")
        LocalDate announced,

        @Schema(description = "Tells several of one day apart, from 1", examples = "1")
        Integer sequence,

        @Schema(description = "Zone in which its days begin", examples = "UTC", implementation = String.class)
        ZoneId zone,

        @Schema(description = "Where it comes from") Source source,

        @Schema(
                description = "What it says, in a sentence or two",
                examples =
                        "Reverses \"no exceptions\": opt-out in September, re-enable once per protocol until the end of 2022.")
        String summary,

        @Nullable @Schema(
                description = "Which date it moved, from where to where; null if none",
                examples = "From the autumn of 2022 to the first week of January 2023, for those who ask",
                nullable = true)
        String moved,

        @Schema(description = "Kinds of exemption obtained before that protect no longer and must be asked for again")
        List<ExemptionKind> voids,

        @Schema(description = "Its statements; for a tenant, the first that matches holds")
        List<Rule> rules) {

    /** By its name and not as an offset, because that is how a reader expects it. */
    static final ZoneId UTC = ZoneId.of("UTC");

    public static final Comparator<Revision> ORDER =
            Comparator.comparing(Revision::announced).thenComparing(Revision::sequence);

    public Revision {
        Words.required(announced, "announced");
        Words.required(source, "source");
        Words.required(summary, "summary");
        sequence = sequence == null ? 1 : sequence;
        zone = zone == null ? UTC : zone;
        voids = voids == null ? List.of() : List.copyOf(voids);
        rules = rules == null ? List.of() : List.copyOf(rules);
        Words.require(sequence > 0, "sequence must be at least 1");
        Words.require(!rules.isEmpty(), "rules must have at least one");
        Words.require(
                rules.stream().map(Rule::id).distinct().count() == rules.size(), "rules must not have an id twice");
        Words.require(
                rules.stream()
                        .flatMap(Rule::lines)
                        .collect(Collectors.groupingBy(
                                Line::toString, Collectors.mapping(Line::part, Collectors.toSet())))
                        .values()
                        .stream()
                        .allMatch(parts -> parts.size() == 1),
                "rules must not describe two parts of one name");
    }

    /** Its name inside the programme: {@code 2022-09-01}, or {@code 2022-09-01.2} for the second of that day. */
    public String id() {
        return sequence == 1 ? announced.toString() : announced + "." + sequence;
    }

    /** What was asked for before this instant, it voids. */
    Instant begins() {
        return announced.atStartOfDay(zone).toInstant();
    }
}
