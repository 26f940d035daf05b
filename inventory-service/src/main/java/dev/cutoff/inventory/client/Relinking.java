package dev.cutoff.inventory.client;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.inventory.owner.OwnerFollower;
import dev.cutoff.inventory.owner.OwnerRuleKey;
import dev.cutoff.inventory.owner.OwnerRuleKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out which clients there are and what is behind each usage, anew from the facts, for the accounts that something has happened to.
 *
 * <p>Rejected: adjusting links and clients as facts arrive. Each of "evidence, then a CMDB", "the CMDB first" and "an owner list in
 * between" would need its own rules to end at the same place, and would not.
 */
@Singleton
class Relinking implements OwnerFollower {

    private static final String NOTED = "select id, version, deleted from relinked";
    private static final String NEW =
            "select client_id as id, version, false as deleted from relink_loose where is_new";
    private static final String NOTED_OR_BACK = NOTED + " union all " + NEW + " and version > 1";

    private final RelinkStore store;
    private final RuledStore ruled;
    private final DraftStore drafts;
    private final Judging judging;
    private final ChangeLog changes;
    private final AuditTrail audit;

    Relinking(
            RelinkStore store,
            RuledStore ruled,
            DraftStore drafts,
            Judging judging,
            ChangeLog changes,
            AuditTrail audit) {
        this.store = store;
        this.ruled = ruled;
        this.drafts = drafts;
        this.judging = judging;
        this.changes = changes;
        this.audit = audit;
    }

    /** Begins to gather accounts; {@link #run} ends it. */
    void begin() {
        store.begin();
    }

    /**
     * @param accounts to which something has happened
     * @param written clients that have a new version already, and whose change is told by who wrote them
     */
    void relink(UUID tenant, Collection<UUID> accounts, Collection<UUID> written, @Nullable String reason) {
        begin();
        store.addAccounts(accounts);
        store.addBumped(written);
        run(tenant, reason);
    }

    /**
     * Works out the accounts that stand in {@code relink_account}, and the clients in {@code relink_client}.
     *
     * @param reason why that became necessary, for the trail
     */
    void run(UUID tenant, @Nullable String reason) {
        store.plan(tenant);
        link(tenant);
        judging.judgeDrafts(tenant);
        drafts.create(tenant, null);
        drafts.update(tenant);
        drafts.noteCreated(tenant);
        tell(tenant, NOTED, reason);
    }

    /**
     * The same after evidence, for the accounts that it touches.
     *
     * @param importId of the evidence, which is the trail of the clients that it shows
     * @return how many clients were discovered
     */
    int runAfterEvidence(UUID tenant, UUID importId) {
        store.addMoved();
        store.planEvidence(tenant);
        link(tenant);
        judging.judgeTouched(tenant);
        var created = drafts.create(tenant, importId);
        drafts.update(tenant);
        tell(tenant, NOTED_OR_BACK, null);
        changes.recordNew(Clients.KIND, tenant, NEW + " and version = 1");
        return created;
    }

    /** What evidence says of those whom it does not name: they are silent. */
    void judgeSilent(UUID tenant) {
        begin();
        judging.judgeSilent(tenant);
        tell(tenant, NOTED, null);
    }

    /** Puts the clients that evidence has discovered on the trail, all with one entry. */
    void noteDiscovered(UUID tenant, UUID importId) {
        audit.record(List.of(new AuditTrail.Entry(
                tenant, "created", Clients.KIND, importId.toString(), null, Map.of("discoveredIn", importId), null)));
    }

    private void link(UUID tenant) {
        store.gather(tenant, judging.begin(tenant));
        store.linkDeclared(tenant);
        store.findLoose(tenant);
        store.removeUnlinked(tenant);
        store.writeLinks(tenant);
        drafts.draft(tenant);
    }

    @Override
    public void ownersChanged(UUID tenant, Collection<UUID> owners, @Nullable String reason) {
        begin();
        drafts.bumpOwned(tenant, owners);
        tell(tenant, NOTED, reason);
    }

    @Override
    public void rulesChanged(UUID tenant, Collection<OwnerRuleKey> rules, @Nullable String reason) {
        begin();
        ruled.addAccountsAt(tenant, of(OwnerRuleKind.ACCOUNT, rules));
        ruled.addAccountsLike(tenant, of(OwnerRuleKind.PATTERN, rules));
        ruled.addAccountsOf(tenant, of(OwnerRuleKind.DOMAIN, rules));
        ruled.addClientsOf(tenant, of(OwnerRuleKind.DEPARTMENT, rules));
        ruled.addClientsAt(tenant, of(OwnerRuleKind.LOCATION, rules));
        run(tenant, reason);
    }

    private static List<String> of(OwnerRuleKind kind, Collection<OwnerRuleKey> rules) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .map(OwnerRuleKey::matches)
                .toList();
    }

    private void tell(UUID tenant, String changed, @Nullable String reason) {
        changes.recordSelected(Clients.KIND, tenant, changed);
        audit.recordSelected(Clients.KIND, "select tenant_id, action, id, before, after from relinked", reason);
    }
}
