package dev.cutoff.notification.timeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.cutoff.notification.line.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of the outlook of one protocol and auth method.
 *
 * @param qualifier the part that is meant, in words; null for all of it
 * @param part the same, so that usages can be compared with it
 * @param state in timeline's words
 * @param until end of the state, exclusive; null if it does not end
 * @param effective programme that decides where several touch the protocol
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OutlookLine(
        String programme,
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        @Nullable Part part,
        String state,
        @Nullable Instant until,
        @Nullable Window cutoff,
        @Nullable LocalDate decisionBy,
        @Nullable List<Action> allowedActions,
        @Nullable String effective,
        @Nullable LocalDate announced,
        @Nullable LocalDate checkedOn) {

    /** What the tenant may do about it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Action(
            String action,
            boolean allowed,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String channel,
            @Nullable Instant effectiveUntil) {}
}
