package dev.cutoff.notification.timeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of the outlook of one protocol and auth method.
 *
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
            @Nullable String channel) {}

    /** Whether another programme decides about this protocol, so that this one is not to be told. */
    public boolean isOverridden() {
        return effective != null && !effective.equals(programme);
    }
}
