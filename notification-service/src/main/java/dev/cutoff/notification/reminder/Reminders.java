package dev.cutoff.notification.reminder;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of what people are to be told; part of the transaction that is open. */
@Singleton
public class Reminders {

    private final ReminderStore store;
    private final AttachmentStore attachments;

    Reminders(ReminderStore store, AttachmentStore attachments) {
        this.store = store;
        this.attachments = attachments;
    }

    /** Whether anybody was ever planned to be told about the tenant. */
    public boolean isKnown(UUID tenant) {
        return !known(Set.of(tenant)).isEmpty();
    }

    /** Whether somebody is still to be told about the tenant. */
    public boolean isLive(UUID tenant) {
        return !live(Set.of(tenant)).isEmpty();
    }

    /** Those of the tenants about which anybody was ever planned to be told. */
    public Set<UUID> known(Collection<UUID> tenants) {
        return Set.copyOf(store.known(tenants));
    }

    /** Those of the tenants about which somebody is still to be told. */
    public Set<UUID> live(Collection<UUID> tenants) {
        return Set.copyOf(store.live(tenants));
    }

    /** The tenants about which somebody is still to be told. */
    public Set<UUID> live() {
        return Set.copyOf(store.live());
    }

    /** All that was ever decided about the line. */
    public List<Reminder> ofLine(UUID tenant, Line line) {
        return store.ofLine(tenant, line);
    }

    /** What is still planned for lines that the tenant has no more. */
    public List<Reminder> liveOutside(UUID tenant, Collection<Line> lines) {
        return store.liveOutside(tenant, lines);
    }

    /** Writes decisions; repeating them adds nothing. */
    public void decide(UUID tenant, Line line, List<Decided> decided, Instant now) {
        store.decide(tenant, line, decided, now);
    }

    public void end(UUID tenant, Collection<Ended> ended) {
        store.end(tenant, ended);
    }

    /**
     * Gives up what has lost its use.
     *
     * @return how many
     */
    public int expire(Instant now) {
        store.askToGatherUseless(now);
        return store.expire(now);
    }

    /**
     * Has the notices of these people put together anew, soon. Ask before reminders are touched: who gathers holds the person first and
     * the reminders after, and so must everybody, or the two would wait for each other.
     */
    public void askToGather(Set<String> people) {
        if (!people.isEmpty()) {
            store.askToGather(people);
        }
    }

    /** Has the notices of all who are due to be told about the tenant, or about any, put together anew. */
    public void askToGather(@Nullable UUID tenant) {
        store.askToGather(tenant);
    }

    public List<Due> due(Collection<String> people) {
        return attachments.due(people);
    }

    /** Those of the notices that hold reminders which have ended. */
    public Set<UUID> withDead(Collection<UUID> notices) {
        return Set.copyOf(attachments.withDead(notices));
    }

    /**
     * Puts all that a person is due to be told about these tenants into the notice.
     *
     * @return whether that changed anything
     */
    public boolean attach(String person, Collection<UUID> tenants, UUID notice) {
        return attachments.attach(person, tenants, notice) + attachments.detachDead(notice) > 0;
    }

    /** What a notice without live reminders has come to. */
    public Status end(UUID notice) {
        return attachments.end(notice);
    }

    /** Moves the reminders of a notice on with it. */
    public int move(UUID notice, Status from, Status to) {
        return attachments.move(notice, from, to);
    }

    /** The first of each notice that the scope may see. */
    public List<Counted> shown(Collection<UUID> notices, TenantScope scope, int most) {
        return attachments.shown(notices, scope, most);
    }
}
