package dev.cutoff.notification.policy;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.timeline.TimelineGateway;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The programmes that a policy may be set for: those that timeline knows. Its catalogue only grows, so that a name once seen stays good and
 * is not asked for again, and one that is not known here is asked for before it is refused: it may have been announced a second ago.
 */
@Singleton
class Programmes {

    private final TimelineGateway timeline;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Programmes(TimelineGateway timeline) {
        this.timeline = timeline;
    }

    /** @throws Refusal 400 naming those that there are, 503 if timeline would have to say */
    void require(String id) {
        if (seen.contains(id)) {
            return;
        }
        var known = known();
        seen.addAll(known);
        if (!known.contains(id)) {
            throw Refusal.invalidParameter("programme", "must be one of " + String.join(", ", known));
        }
    }

    private Set<String> known() {
        try {
            return timeline.programmes();
        } catch (Unreachable e) {
            throw e.asRefusal();
        }
    }
}
