package dev.cutoff.notification.reminder;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of what people are to be told; part of the transaction that is open. */
@Singleton
public class Reminders {

    private final ReminderStore store;
    private final AttachmentStore attachments;
    private final DraftStore drafts;
    private final HeardStore heard;

    Reminders(ReminderStore store, AttachmentStore attachments, DraftStore drafts, HeardStore heard) {
        this.store = store;
        this.attachments = attachments;
        this.drafts = drafts;
        this.heard = heard;
    }

    /** Those of the tenants about which somebody is still to be told. */
    public Set<UUID> live(Collection<UUID> tenants) {
        return Set.copyOf(store.live(tenants));
    }

    /** The tenants about which somebody is still to be told. */
    public Set<UUID> live() {
        return Set.copyOf(store.live());
    }

    /**
     * The lines of the tenant of which somebody was told, or is to be.
     *
     * @param since only those of which it was of use to tell on this day or later
     */
    public Set<Line> linesTold(UUID tenant, LocalDate since) {
        return store.linesTold(tenant, since);
    }

    /**
     * All that was ever decided about some clients, which are next to each other.
     *
     * @param from the first, in the order of ids
     * @param to the last
     */
    public List<Reminder> ofClients(UUID tenant, UUID from, UUID to) {
        return store.of(tenant, from, to);
    }

    /** All that was ever decided about the tenant that is about no client. */
    public List<Reminder> ofNoClient(UUID tenant) {
        return store.of(tenant, Family.NO_CLIENT, Family.NO_CLIENT);
    }

    /**
     * Who was told of some clients before they came to the person, the first in front; nobody of those that were the person's from the beginning.
     *
     * @param clients of the tenant
     */
    public List<Heard> heardBefore(String person, UUID tenant, Collection<UUID> clients) {
        return heard.before(person, tenant, clients);
    }

    /** Begins a plan, which goes into the ledger when it is settled. */
    public void beginDraft() {
        drafts.begin();
    }

    public void draft(UUID tenant, List<Decided> decided, List<Ended> ended) {
        if (!decided.isEmpty()) {
            drafts.add(tenant, decided);
        }
        if (!ended.isEmpty()) {
            drafts.end(tenant, ended);
        }
    }

    /** Drafts the end of what is planned about clients that the tenant has no more. */
    public void draftEndOfGone(UUID tenant) {
        drafts.endOfGone(tenant);
    }

    /** Puts the draft into the ledger, and has the notices of all whom it touches put together anew. Repeating it adds nothing. */
    public Settled settleDraft(Instant now) {
        drafts.dropUnchanged();
        drafts.askToGather();
        var settled = new Settled(drafts.missed());
        drafts.settle(now);
        return settled;
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

    /** The first moment at which something in the notice is past its use; empty if nothing ever is. */
    public Optional<Instant> lastUse(UUID notice) {
        return attachments.lastUse(notice);
    }

    /** Somebody has decided that what stands in a notice is not sent: no plan takes it up again. */
    public void withdraw(UUID notice) {
        attachments.withdraw(notice);
    }

    /**
     * Opens again what has failed and is still of use.
     *
     * @return whether there was anything of the kind
     */
    public boolean reopen(UUID notice, Instant now) {
        return attachments.reopen(notice, now) > 0;
    }

    /** Moves the reminders of notices on with them. */
    public int move(Collection<UUID> notices, Status from, Status to) {
        return notices.isEmpty() ? 0 : attachments.move(notices, from, to);
    }

    /** The first of each notice that the scope may see. */
    public List<Counted> shown(Collection<UUID> notices, TenantScope scope, int most) {
        return attachments.shown(notices, scope, most);
    }
}
