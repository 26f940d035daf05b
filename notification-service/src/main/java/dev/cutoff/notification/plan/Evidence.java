package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Finding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told from evidence.
 *
 * @param findings what it does not show
 * @param staleFrom the first UTC day on which some of it is stale that is not yet, if no more comes; null if there is none
 */
record Evidence(List<Finding> findings, @Nullable LocalDate staleFrom) {

    /** Of what is not asked for. */
    static final Evidence NONE = new Evidence(List.of(), null);
}
