package dev.cutoff.inventory.client;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.inventory.owner.OwnerFollower;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/**
 * Works out which clients there are and what is behind each usage, anew from the facts, for the accounts that something has happened to.
 *
 * <p>Rejected: adjusting links and clients as facts arrive. Each of "evidence, then a CMDB", "the CMDB first" and "an owner list in
 * between" would need its own rules to end at the same place, and would not.
 */
@Singleton
class Relinking implements OwnerFollower {

    private static final String DELTAS = """
            select distinct on (id) tenant_id, id, version, deleted from relinked order by id, version desc""";

    private final RelinkStore store;
    private final DerivedStore derived;
    private final Judging judging;
    private final ChangeLog changes;
    private final AuditTrail audit;

    Relinking(RelinkStore store, DerivedStore derived, Judging judging, ChangeLog changes, AuditTrail audit) {
        this.store = store;
        this.derived = derived;
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
    void relink(UUID tenant, Collection<UUID> accounts, Collection<UUID> written) {
        begin();
        store.addAccounts(accounts);
        store.addBumped(written);
        run(tenant);
    }

    /** Works out the accounts that stand in {@code relink_account}. */
    void run(UUID tenant) {
        workOut(tenant);
        judging.judge(tenant, false);
        tell();
    }

    /** The same, when the horizon of what is known of all others may have moved with them. */
    void runAfterEvidence(UUID tenant) {
        workOut(tenant);
        judging.judge(tenant, true);
        tell();
    }

    private void workOut(UUID tenant) {
        store.plan(tenant);
        store.gather(tenant);
        store.linkDeclared(tenant);
        store.findLoose(tenant);
        store.findDiscovered(tenant);
        store.removeUnlinked(tenant);
        store.createMissing(tenant);
        store.linkDiscovered(tenant);
        store.writeLinks(tenant);
        derived.refresh(tenant);
    }

    @Override
    public void ownersChanged(UUID tenant, Collection<UUID> owners) {
        begin();
        derived.bumpOwned(tenant, owners);
        tell();
    }

    @Override
    public void rulesChanged(UUID tenant, Collection<String> accounts) {
        begin();
        store.addAccountsAt(tenant, accounts);
        run(tenant);
    }

    private void tell() {
        changes.recordSelected(Clients.KIND, DELTAS);
        audit.recordSelected(Clients.KIND, "select tenant_id, action, id, before, after from relinked");
    }
}
