package dev.cutoff.inventory.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Where an import tells what it brought, in the transaction that merges it. Its days stand in the temporary table {@code brought_day (protocol,
 * auth_method, day, rows, successes)}, of sign-ins that were not counted before; its accounts where it hands over sightings.
 */
@Singleton
public class Arrivals {

    /** The name of the vendor's sign-in log as a source, whichever way it was exported. */
    public static final String SIGN_IN_LOG = "sign-in-log";

    private final ArrivalStore store;
    private final Clock clock;

    Arrivals(ArrivalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes the table, empty. */
    public void begin() {
        store.begin();
    }

    /**
     * Writes down that a source has spoken, and adds what stands in {@code brought_day}.
     *
     * @param id of the import
     * @param what everything that it brought, whether or not it was new
     */
    public void record(UUID tenant, String source, UUID id, Brought what) {
        store.arrive(tenant, source, id, clock.instant(), what);
        store.addDays(tenant, source);
    }

    /**
     * Writes down that a report or an export has spoken. It speaks of one day, and once: of two for the same day the larger counts, in whatever
     * order they come.
     *
     * @param source its name, as usages and imports have it
     * @param id of the import
     * @param asOf the day
     * @param told what it tells; empty if it was
     */
    public void recordReport(UUID tenant, String source, UUID id, LocalDate asOf, List<Told> told) {
        var rows = told.stream().mapToLong(Told::rows).sum();
        store.arrive(tenant, source, id, clock.instant(), rows == 0 ? Brought.NOTHING : new Brought(rows, asOf, asOf));
        store.putDay(tenant, source, asOf, told);
    }

    /**
     * Adds the accounts that succeeded with Basic, once {@code sighting} says which account each of them is.
     *
     * @param first the day of the earliest success; bit n of {@code months} is the n-th month from it
     * @param last the day of the latest
     */
    public void recordAccounts(UUID tenant, LocalDate first, LocalDate last) {
        store.addAccounts(tenant, first.withDayOfMonth(1), last);
    }

    /** Accounts that {@code absorbed} says are others were the others all along. */
    public void absorb(UUID tenant) {
        store.absorb(tenant);
    }
}
