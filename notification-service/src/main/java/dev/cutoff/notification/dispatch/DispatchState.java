package dev.cutoff.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether mail may leave, from the mildest to the strictest. */
@Schema(
        description =
                "`released`: mail leaves when it is due. `held`: nothing new leaves; what has been begun is finished."
                        + " `paused`: nothing leaves, not even what has been begun")
public enum DispatchState {
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("held")
    HELD,
    @JsonProperty("paused")
    PAUSED;

    /** The stricter of the two. */
    public DispatchState and(DispatchState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
