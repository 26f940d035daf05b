package dev.cutoff.notification.reach;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom mail reaches, tenant by tenant; part of the transaction that is open. */
@Singleton
public class Reach {

    private final RecipientStore recipients;
    private final BounceStore bounces;
    private final ReachConfig config;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;
    private final Event<ReachChanged> changed;

    Reach(
            RecipientStore recipients,
            BounceStore bounces,
            ReachConfig config,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers,
            Clock clock,
            Event<ReachChanged> changed) {
        this.recipients = recipients;
        this.bounces = bounces;
        this.config = config;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Those of the people whom no mail about the tenant reaches, so that somebody else has to be told.
     *
     * @param people lower-cased mail addresses
     */
    public Set<String> unreachable(UUID tenant, Collection<String> people) {
        return Set.copyOf(recipients.unreachable(tenant, people));
    }

    /**
     * Takes note of a mail that did not arrive; the same one again changes nothing. Whoever becomes unreachable by it is planned around.
     *
     * @param tenants in which it counts
     * @return whether it was news in one of them
     */
    public boolean bounced(Collection<UUID> tenants, Bounced bounced) {
        var isNews = false;
        // In one order everywhere, so that two bounces never wait for each other.
        for (var tenant : tenants.stream().distinct().sorted().toList()) {
            isNews |= bounced(tenant, bounced);
        }
        return isNews;
    }

    private boolean bounced(UUID tenant, Bounced bounced) {
        var now = clock.instant();
        recipients.add(RecipientRow.unheard(tenant, bounced.person(), now));
        var before = recipients.lock(tenant, bounced.person()).orElseThrow();
        if (!bounces.add(tenant, bounced, callers.current().name())) {
            return false;
        }
        var heard = bounces.heard(tenant, bounced.person(), before.markedAt());
        if (!heard.isEmpty()) {
            save(before, before.judged(Judgement.of(heard, config.softBounces(), config.within()), now), null);
        }
        return true;
    }

    /**
     * Takes the word of somebody that they are not to be told any more; the same again changes nothing. They are planned around, until somebody
     * marks them as reachable.
     *
     * @param person lower-cased mail address
     * @param why it is their word
     */
    public void declined(Collection<UUID> tenants, String person, RecipientReason why) {
        var now = clock.instant();
        for (var tenant : tenants.stream().distinct().sorted().toList()) {
            recipients.add(RecipientRow.unheard(tenant, person, now));
            var before = recipients.lock(tenant, person).orElseThrow();
            if (before.reason() != why) {
                save(before, before.declined(why, now), null);
            }
        }
    }

    /** Takes back that somebody is unreachable. What bounced before counts no longer. */
    RecipientRow mark(RecipientRow before, @Nullable String reason) {
        var after = before.marked(clock.instant());
        save(before, after, reason);
        return after;
    }

    private void save(RecipientRow before, RecipientRow after, @Nullable String reason) {
        recipients.update(after);
        var tenant = after.tenantId();
        changes.record(Recipients.KIND, ChangeLog.Change.of(tenant, after.id(), after.version()));
        if (before.state() != after.state()
                || before.reason() != after.reason() && after.reason().isTheirWord()) {
            audit.record(List.of(new AuditTrail.Entry(
                    tenant,
                    before.version() == 0 ? "created" : "updated",
                    Recipients.KIND,
                    after.id().toString(),
                    before.version() == 0 ? null : before.shown(null),
                    after.shown(null),
                    reason)));
            changed.fire(new ReachChanged(tenant));
        }
    }

    /** What became of notices after the mail server had taken them, as far as the scope may see it. */
    public Map<UUID, Bounce> ofNotices(Collection<UUID> notices, TenantScope scope) {
        return bounces.of(notices, scope);
    }
}
