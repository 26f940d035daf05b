package dev.cutoff.notification.timeline;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The programmes that there are: those that timeline knows. Its catalogue only grows, so that a name once seen stays good and is not asked
 * for again, and one that is not known here is asked for before it is refused: it may have been announced a second ago.
 */
@Singleton
public class Programmes {

    private final TimelineGateway timeline;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Programmes(TimelineGateway timeline) {
        this.timeline = timeline;
    }

    /**
     * The programme that something is set for: a misspelt one would have no effect.
     *
     * @throws Refusal 400 naming those that there are, 503 if timeline would have to say
     */
    public void require(String id) {
        try {
            check(id);
        } catch (Unreachable e) {
            throw e.asRefusal();
        }
    }

    /**
     * The programme that a list is asked for: a misspelt one would show nothing and look like good news. What is in the list does not
     * depend on timeline, so it is shown without it too.
     *
     * @param id null for all
     * @throws Refusal 400 naming those that there are
     */
    public void requireAsked(@Nullable String id) {
        if (id == null) {
            return;
        }
        try {
            check(id);
        } catch (Unreachable e) {
            // Then nobody can say that it is misspelt.
        }
    }

    private void check(String id) {
        if (seen.contains(id)) {
            return;
        }
        var known = timeline.programmes();
        seen.addAll(known);
        if (!known.contains(id)) {
            throw Refusal.invalidParameter("programme", "must be one of " + String.join(", ", known));
        }
    }
}
