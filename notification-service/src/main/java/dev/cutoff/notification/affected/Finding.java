package dev.cutoff.notification.affected;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.json.WireName;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What evidence does not show, so that silence proves nothing.
 *
 * @param source of evidence that it is about; empty if about none by itself
 * @param since last day on which there was something; null if that is not known
 * @param month that the vendor's counts are of; null unless it is about them
 * @param gap how many accounts the vendor counts that evidence does not name; null unless it is about them
 */
public record Finding(
        String protocol,
        Kind kind,
        String source,
        @Nullable LocalDate since,
        @Nullable String month,
        @Nullable Integer gap) {

    /**
     * What tells one finding of a protocol from another.
     *
     * @param source empty if about none by itself
     */
    public record Key(Kind kind, String source) {

        /** Reads what {@link #text()} wrote. */
        public static Key parse(String text) {
            var parts = text.split(" ", 2);
            return new Key(WireName.parse(Kind.class, parts[0]).orElseThrow(), parts.length < 2 ? "" : parts[1]);
        }

        public String text() {
            var name = WireName.of(kind);
            return source.isEmpty() ? name : name + " " + source;
        }
    }

    public Key key() {
        return new Key(kind, source);
    }

    /** What is wrong. */
    @Schema(
            name = "FindingKind",
            description =
                    "`quiet`: a source that goes on speaking says nothing of this protocol any more. `stale`: no source has brought"
                            + " anything for twice its usual pause. `gap`: the vendor counts accounts that evidence does not name")
    public enum Kind {
        @JsonProperty("quiet")
        QUIET,
        @JsonProperty("stale")
        STALE,
        @JsonProperty("gap")
        GAP
    }
}
