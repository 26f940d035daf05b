package dev.cutoff.timeline.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rules say to a request for an exemption. */
public sealed interface Verdict {

    /** Why, for the one who asked. */
    String reason();

    /**
     * It keeps the rules.
     *
     * @param channel the one that was named, else the rule's own
     * @param from when it should work
     * @param until first moment at which it no longer works; null if nothing ends it
     */
    record Granted(
            @Nullable Channel channel,
            Instant from,
            @Nullable Instant until,
            String reason) implements Verdict {}

    /** It breaks a rule. */
    record Denied(Denial denial, String reason) implements Verdict {}
}
