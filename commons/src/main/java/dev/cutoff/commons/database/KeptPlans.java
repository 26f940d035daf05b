package dev.cutoff.commons.database;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Work whose statements do a little each and come by the thousand: PostgreSQL keeps one plan for each of them, whatever it is asked. Otherwise
 * it plans anew, each time, what takes arrays or joins much: a plan for the very parameters looks cheaper by more than it believes planning to
 * cost. Of the statements that read what a mail tells that was four fifths of the time.
 *
 * <p>A plan is kept until the tables are analysed again, so it may have been made while they were nearly empty: it takes an index wherever
 * there is one, also where reading the whole table looks cheaper.
 */
public final class KeptPlans {

    /** What a transaction is told; before PostgreSQL 18 what has no index would look worth compiling. */
    static final String SETTINGS =
            "set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

    private static final ScopedValue<Boolean> WANTED = ScopedValue.newInstance();

    private KeptPlans() {}

    /** Runs work; all transactions that begin in it, on this thread, keep their plans. */
    public static <T> T in(Supplier<T> work) {
        return ScopedValue.where(WANTED, true).call(work::get);
    }

    /** From here to the end of the transaction statements are planned for what they are asked: there is much to do after all. */
    public static void leave(Handle handle) {
        handle.execute(
                "set local plan_cache_mode = force_custom_plan; set local enable_seqscan to default; set local jit to default");
    }

    static boolean areWanted() {
        return WANTED.isBound();
    }
}
