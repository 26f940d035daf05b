package dev.cutoff.inventory.client;

import dev.cutoff.inventory.coverage.Arrivals;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What evidence of sign-ins hands over: sums by account, use and product in the temporary table {@code sighting} of the transaction.
 *
 * <p>A table and not objects, because a month of a large tenant is a hundred thousand of them; its columns are the interface:
 * {@code user_id} (of an app, the app id), {@code address} in lower case, {@code protocol, auth_method, qualifier}, the product's
 * {@code product_key, kind, vendor, product, product_version, operating_system}; {@code successes, blocked, failures} of sign-ins that were
 * not counted before; {@code first_success, last_success, last_block, last_seen} of all. What reports say comes in the table
 * {@code reported}: {@code n}, its number in the report; {@code app}, the app id, or null; {@code account}, the address or app id;
 * {@code protocol, auth_method, source, as_of, detail, count, last_activity}; of an app, {@code product_key, product}.
 */
@Singleton
public class Sightings {

    private final SightingStore store;
    private final ReportStore reports;
    private final AbsorbStore absorbing;
    private final Relinking relinking;
    private final Arrivals arrivals;

    Sightings(SightingStore store, ReportStore reports, AbsorbStore absorbing, Relinking relinking, Arrivals arrivals) {
        this.store = store;
        this.reports = reports;
        this.absorbing = absorbing;
        this.relinking = relinking;
        this.arrivals = arrivals;
    }

    /** Makes the tables, empty. */
    public void begin() {
        store.begin();
        reports.begin();
    }

    /**
     * Merges what stands in the table {@code reported}; the caller holds the tenant's lock.
     *
     * @return how many figures were new or have changed
     */
    public long mergeReported(UUID tenant) {
        reports.sight();
        mergeUsages(tenant);
        var changed = reports.add(tenant);
        relinking.run(tenant);
        return changed;
    }

    /** Merges what stands in the table {@code sighting}; the caller holds the tenant's lock. */
    public void merge(UUID tenant) {
        mergeUsages(tenant);
        store.addProducts(tenant);
        relinking.runAfterEvidence(tenant);
    }

    private void mergeUsages(UUID tenant) {
        relinking.begin();
        store.addUsers(tenant);
        if (absorbing.find(tenant) > 0) {
            absorbing.moveUsages(tenant);
            absorbing.moveClients(tenant);
            absorbing.moveAddresses(tenant);
            arrivals.absorb(tenant);
        }
        store.addAddresses(tenant);
        store.relabel(tenant);
        store.addUsages(tenant);
    }
}
