package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.line.Line;
import java.util.UUID;

/**
 * The rungs of which only the nearest is ever told.
 *
 * @param clientId the client; {@link #NO_CLIENT} for a decision, which is about all of them
 * @param person lower-cased mail address; {@link #NOBODY} where there is nobody to tell
 */
public record Family(Line line, UUID clientId, String person, Anchor anchor) {

    public static final UUID NO_CLIENT = new UUID(0, 0);

    public static final String NOBODY = "";

    public boolean isOfClient() {
        return !clientId.equals(NO_CLIENT);
    }
}
