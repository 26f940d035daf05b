package dev.cutoff.timeline.rule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a protocol a qualifier means, in a form that can be compared with the qualifier of a usage.
 *
 * @param below of a version: all that are lower, itself not; null if {@code values} says it
 * @param values the versions, app ids or classes of licence that are meant; empty if {@code below} says it, or only words do
 */
@Schema(
        description =
                "Which part of a protocol `qualifier` means, in a form that can be compared with the qualifier of a usage. Versions are compared"
                        + " number by number from the left, and a number that is missing counts as 0: 2.5 is below 14.1, and 16.1 is 16.1.0."
                        + " App ids and classes of licence are the same if they differ in case only. `named` is words only: no usage shows by"
                        + " itself that it is meant. A usage without a qualifier, or with one that is no version where versions are compared,"
                        + " is not known to be meant",
        requiredProperties = {"kind", "below", "values"})
public record Part(
        @Schema(description = "By what the part is told from the rest")
        PartKind kind,

        @Nullable @Schema(
                description = "Of a version: all that are lower than this one, itself not; null where `values` says it",
                examples = "16.1",
                nullable = true)
        String below,

        @Schema(
                description =
                        "The versions, app ids or classes of licence that are meant; empty where `below` says it, or only words do",
                examples = "[\"1.0\", \"1.1\"]")
        List<String> values) {

    public Part {
        Words.required(kind, "kind");
        values = values == null ? List.of() : List.copyOf(values);
        switch (kind) {
            case EAS_VERSION, TLS_VERSION -> {
                Words.require((below == null) != values.isEmpty(), "below or values must be given, and not both");
                Words.require(below == null || Version.of(below).isPresent(), "below must be a version such as 16.1");
                Words.require(
                        values.stream().allMatch(value -> Version.of(value).isPresent()),
                        "values must be versions such as 1.1");
            }
            case APP_ID, LICENCE -> {
                Words.require(below == null, "below belongs to a version");
                Words.require(!values.isEmpty(), "values must have at least one");
            }
            case NAMED -> Words.require(below == null && values.isEmpty(), "named has neither below nor values");
        }
    }

    /** Of which nothing is known but its name. */
    static final Part NAMED = new Part(PartKind.NAMED, null, List.of());

    static Part app(String id) {
        return new Part(PartKind.APP_ID, null, List.of(id));
    }

    /** Whether all that the other means is meant by this too. Two of which only the name is known cannot be compared. */
    boolean contains(Part other) {
        return kind == other.kind
                && kind != PartKind.NAMED
                && (other.below == null || reachesUpTo(other.below))
                && other.values.stream().allMatch(this::hasValue);
    }

    private boolean reachesUpTo(String version) {
        return below != null && version(version).compareTo(version(below)) <= 0;
    }

    private boolean hasValue(String value) {
        return switch (kind) {
            case EAS_VERSION, TLS_VERSION ->
                below == null
                        ? values.stream().anyMatch(own -> version(own).compareTo(version(value)) == 0)
                        : version(value).compareTo(version(below)) < 0;
            case APP_ID, LICENCE -> values.stream().anyMatch(value::equalsIgnoreCase);
            case NAMED -> false;
        };
    }

    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }
}
