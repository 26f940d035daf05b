package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.security.Callers;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports in the feed of changes: each once, when it has succeeded and told something. What it brought of uses is in no event, so this is how
 * a reader learns that there is more to ask for.
 */
@Singleton
class ImportFeed implements ChangeSource {

    static final String KIND = "import";

    /** One that is over never changes. */
    private static final long VERSION = 1;

    private final ImportStore store;
    private final Callers callers;
    private final ChangeLog changes;

    ImportFeed(ImportStore store, Callers callers, ChangeLog changes) {
        this.store = store;
        this.callers = callers;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Import> load(Collection<String> ids) {
        return store.find(ids.stream().map(UUID::fromString).toList(), callers.scope()).stream()
                .collect(Collectors.toMap(found -> found.id().toString(), Function.identity()));
    }

    /** Notes an import in the transaction that ends it. */
    void succeeded(Job job, Counts counts) {
        if (!job.isDryRun() && isNews(job, counts)) {
            changes.record(KIND, ChangeLog.Change.of(job.tenantId(), job.id(), VERSION));
        }
    }

    /** That there is nothing to tell is news too: the source has gone quiet. The same once more is not. */
    private static boolean isNews(Job job, Counts counts) {
        return counts.accepted() > 0 || job.rows() == 0;
    }
}
