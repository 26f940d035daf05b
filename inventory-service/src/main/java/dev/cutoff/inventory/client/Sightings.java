package dev.cutoff.inventory.client;

import dev.cutoff.inventory.coverage.Arrivals;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What evidence hands over: sums by account, use and product in temporary tables of the transaction.
 *
 * <p>Tables and not objects, because a month of a large tenant is a hundred thousand of them; their columns are the interface.
 * {@code sighted_trait} has what many have in common: {@code trait}, its number; {@code use}, the number of its {@code protocol, auth_method,
 * qualifier}; the product's {@code product_key, kind, vendor, product, product_version, operating_system}. {@code sighting} has
 * {@code user_id} (of an app, the app id), {@code address} in lower case, {@code trait}; {@code successes, blocked, failures} of sign-ins
 * that were not counted before; {@code first_success, last_success, last_block, last_seen} of all. {@code moved_account} has accounts of
 * which more has changed than that they were seen. What reports say comes in the table
 * {@code reported}: {@code n}, its number in the report; {@code app}, the app id, or null; {@code account}, the address or app id;
 * {@code protocol, auth_method, source, as_of, detail, count, last_activity}; of an app, {@code product_key, product}.
 *
 * <p>The caller holds the tenant's lock from {@link #begin} to the end of the transaction.
 */
@Singleton
public class Sightings {

    private final AccountStore accounts;
    private final SightingStore store;
    private final ReportStore reports;
    private final UnstatedStore unstated;
    private final AbsorbStore absorbing;
    private final Relinking relinking;
    private final Arrivals arrivals;

    Sightings(
            AccountStore accounts,
            SightingStore store,
            ReportStore reports,
            UnstatedStore unstated,
            AbsorbStore absorbing,
            Relinking relinking,
            Arrivals arrivals) {
        this.accounts = accounts;
        this.store = store;
        this.reports = reports;
        this.unstated = unstated;
        this.absorbing = absorbing;
        this.relinking = relinking;
        this.arrivals = arrivals;
    }

    /** Whether the tenant has usages that evidence has shown before. */
    public boolean areUsagesKnown(UUID tenant) {
        return store.areUsagesKnown(tenant);
    }

    /** Makes the tables, empty. */
    public void begin() {
        store.begin();
        reports.begin();
        unstated.begin();
        accounts.begin();
        absorbing.begin();
        relinking.begin();
    }

    /** Finds or makes the accounts of what stands in {@code sighting}; its counts need not be final. */
    public void findAccounts(UUID tenant) {
        accounts.addUsers(tenant);
        if (absorbing.find(tenant) > 0) {
            absorbing.moveUsages(tenant);
            absorbing.moveClients(tenant);
            absorbing.moveAddresses(tenant);
            arrivals.absorb(tenant);
        }
        accounts.addAddresses(tenant);
        accounts.relabel(tenant);
    }

    /** Adds what stands in {@code sighting} to usages and their products, once its accounts are found. */
    public void addUsages(UUID tenant) {
        store.addUsages(tenant);
        store.addProducts(tenant);
        unstated.place(tenant);
    }

    /**
     * Works out what follows for clients, of the accounts in {@code moved_account} too.
     *
     * @param importId that brought it
     * @return how many clients were discovered
     */
    public int workOutClients(UUID tenant, UUID importId) {
        return relinking.runAfterEvidence(tenant, importId);
    }

    /**
     * Ends a merge.
     *
     * @param discovered how many clients it has discovered
     * @param speaksOfOthers whether it also says something of usages that it does not name, because evidence speaks of other days than before
     */
    public void end(UUID tenant, UUID importId, long discovered, boolean speaksOfOthers) {
        if (speaksOfOthers) {
            relinking.judgeSilent(tenant);
        }
        if (discovered > 0) {
            relinking.noteDiscovered(tenant, importId);
        }
    }

    /**
     * Merges what stands in {@code reported}.
     *
     * @param importId that brought it
     * @return how many figures were new or have changed
     */
    public long mergeReported(UUID tenant, UUID importId) {
        reports.sight();
        findAccounts(tenant);
        reports.spareKnown(tenant);
        store.addUsages(tenant);
        var changed = reports.add(tenant);
        unstated.place(tenant);
        end(tenant, importId, relinking.runAfterEvidence(tenant, importId), false);
        return changed;
    }
}
