package dev.cutoff.notification.line;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells a line from the rest of its protocol, so that a usage can be compared with it.
 *
 * @param kind what is compared: {@code eas-version}, {@code tls-version}, {@code app-id}, {@code licence}; of {@code named}, and of a kind
 *     that we do not know, there are only words, so that it concerns no usage by itself
 * @param below versions lower than this one are meant; null if {@code values} says it
 * @param values versions, app ids or licences that are meant; empty if {@code below} says it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Part(String kind, @Nullable String below, List<String> values) {

    /** The narrower first: some versions before all below one, and all below a lower one before those below a higher. */
    static final Comparator<Part> ORDER = Comparator.comparing(
                    (Part part) -> Version.parse(part.below), Comparator.nullsFirst(Comparator.<Version>naturalOrder()))
            .thenComparing(part -> part.values.size());

    @SuppressWarnings("NullAway") // absent in what another service answers
    public Part {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /**
     * Whether a usage is of this part. One of which nobody knows what would be compared is not: a mail to everybody who may be meant would
     * for the most part reach people who are not.
     */
    boolean has(Usage usage) {
        return switch (kind) {
            case "eas-version" -> hasVersion(usage.version("eas"));
            case "tls-version" -> hasVersion(usage.version("tls"));
            case "app-id" -> isNamed(usage.qualifier()) || isNamed(usage.account());
            case "licence" -> isNamed(usage.qualifier());
            default -> false;
        };
    }

    private boolean hasVersion(@Nullable Version version) {
        if (version == null) {
            return false;
        }
        var limit = Version.parse(below);
        return limit != null && version.compareTo(limit) < 0
                || values.stream().map(Version::parse).filter(Objects::nonNull).anyMatch(version::equals);
    }

    private boolean isNamed(@Nullable String name) {
        return name != null && values.stream().anyMatch(name.strip()::equalsIgnoreCase);
    }
}
