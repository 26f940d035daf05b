package dev.cutoff.inventory.client;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.inventory.owner.OwnerFollower;
import dev.cutoff.inventory.owner.OwnerRuleKey;
import dev.cutoff.inventory.owner.OwnerRuleKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
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

    private static final String DELTAS = """
            select distinct on (id) tenant_id, id, version, deleted from relinked order by id, version desc""";

    private final RelinkStore store;
    private final RuledStore ruled;
    private final DerivedStore derived;
    private final Judging judging;
    private final ChangeLog changes;
    private final AuditTrail audit;

    Relinking(
            RelinkStore store,
            RuledStore ruled,
            DerivedStore derived,
            Judging judging,
            ChangeLog changes,
            AuditTrail audit) {
        this.store = store;
        this.ruled = ruled;
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
        workOut(tenant);
        judging.judge(tenant, false);
        tell(reason);
    }

    /** The same, when the horizon of what is known of all others may have moved with them. */
    void runAfterEvidence(UUID tenant) {
        workOut(tenant);
        judging.judge(tenant, true);
        tell(null);
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
    public void ownersChanged(UUID tenant, Collection<UUID> owners, @Nullable String reason) {
        begin();
        derived.bumpOwned(tenant, owners);
        tell(reason);
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

    private void tell(@Nullable String reason) {
        changes.recordSelected(Clients.KIND, DELTAS);
        audit.recordSelected(Clients.KIND, "select tenant_id, action, id, before, after from relinked", reason);
    }
}
