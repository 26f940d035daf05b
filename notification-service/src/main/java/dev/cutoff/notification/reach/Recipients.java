package dev.cutoff.notification.reach;

import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of whom a bounce was heard, as callers see them. */
@Singleton
class Recipients implements ChangeSource {

    static final String KIND = "recipient";

    private final RecipientStore store;
    private final BounceStore bounces;
    private final Reach reach;
    private final Tenants tenants;
    private final History history;
    private final Callers callers;

    Recipients(
            RecipientStore store, BounceStore bounces, Reach reach, Tenants tenants, History history, Callers callers) {
        this.store = store;
        this.bounces = bounces;
        this.reach = reach;
        this.tenants = tenants;
        this.history = history;
        this.callers = callers;
    }

    /** @throws Refusal 404 if the filter names a tenant that is unknown or may not be seen */
    Page<Recipient> list(@Nullable UUID tenant, RecipientStore.Filter filter, View view, Paging paging) {
        if (tenant != null) {
            tenants.require(tenant);
        }
        return store.list(
                callers.scope().narrowedTo(tenant),
                filter,
                view,
                paging,
                rows -> QuarkusTransaction.joiningExisting()
                        .call(() -> shown(rows).stream().map(Optional::of).toList()));
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    @Transactional
    Recipient get(UUID id) {
        return shown(List.of(find(id))).getFirst();
    }

    /**
     * Has mail sent to somebody again, whatever bounced before.
     *
     * @param ifMatch the {@code If-Match} header; checked if it is sent
     * @throws Refusal 404 as above, 412 if the version is another
     */
    @Transactional
    Recipient markReachable(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        var seen = find(id);
        var before = store.lock(seen.tenantId(), seen.person()).orElseThrow(() -> notFound(id));
        if (ifMatch != null) {
            Versioned.require(ifMatch, before.version());
        }
        var isMarked = before.reason() == RecipientReason.MARKED;
        return shown(List.of(isMarked ? before : reach.mark(before, reason))).getFirst();
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    Page<HistoryEntry> history(UUID id, Paging paging) {
        QuarkusTransaction.requiringNew().call(() -> find(id));
        return history.of(KIND, id, paging);
    }

    private RecipientRow find(UUID id) {
        return store.find(callers.scope(), List.of(id)).stream().findFirst().orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(UUID id) {
        return Refusal.notFound("Recipient", id);
    }

    private List<Recipient> shown(List<RecipientRow> rows) {
        var latest = bounces.latest(rows);
        return rows.stream()
                .map(row -> row.shown(latest.get(List.of(row.tenantId(), row.person()))))
                .toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Recipient> load(Collection<String> ids) {
        var rows =
                store.find(callers.scope(), ids.stream().map(UUID::fromString).toList());
        return shown(rows).stream()
                .collect(Collectors.toMap(recipient -> recipient.id().toString(), Function.identity()));
    }
}
