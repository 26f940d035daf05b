package dev.cutoff.notification.timeline;

import dev.cutoff.commons.change.ChangeFollower;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.notification.upstream.Unreachable;
import dev.cutoff.notification.upstream.UpstreamGateway;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks timeline, with a token of our own that sees every tenant. Each method throws {@link Unreachable} if there is no usable answer.
 */
@Singleton
public class TimelineGateway extends UpstreamGateway {

    private final TimelineApi timeline;

    TimelineGateway(@RestClient TimelineApi timeline) {
        super("timeline");
        this.timeline = timeline;
    }

    /** The ids of all programmes, in their order. */
    public SortedSet<String> programmes() {
        var ids = new TreeSet<String>();
        eachPage(
                cursor -> timeline.programmes(Paging.MOST, cursor),
                page -> page.forEach(programme -> ids.add(programme.id())));
        return ids;
    }

    /** One pass over the cutoffs of all tenants, a page at a time, so that memory stays flat. */
    public void eachCutoffs(Consumer<List<TimelineCutoff>> reader) {
        eachPage(cursor -> timeline.cutoffs(Paging.MOST, cursor), reader);
    }

    /** @return empty if timeline does not know the tenant */
    public Optional<List<OutlookLine>> outlook(UUID tenant) {
        return found(() -> timeline.outlook(tenant).protocols());
    }

    public ChangeFollower.Batch changes(@Nullable String after, int limit) {
        return feed(() -> timeline.changes(after, limit));
    }
}
