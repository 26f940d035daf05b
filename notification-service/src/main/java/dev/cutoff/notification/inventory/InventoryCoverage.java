package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of what evidence covers of one protocol.
 *
 * @param stale whether no source has brought anything for twice its usual pause
 * @param staleFrom the first UTC day on which that is so if nothing more comes; null if there is none, or inventory does not say
 * @param month that the vendor's counts are of
 * @param gap how many accounts the vendor counts that evidence does not name; null if it has not counted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryCoverage(
        String protocol,
        boolean stale,
        @Nullable LocalDate staleFrom,
        @Nullable String month,
        @Nullable Integer gap,
        List<Source> sources) {

    /**
     * One source.
     *
     * @param lastDay on which it spoke of the protocol
     * @param quiet whether it goes on speaking, of this protocol no more
     * @param stale whether it has brought nothing for twice its usual pause; null if inventory does not say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(
            String source,
            LocalDate lastDay,
            Instant arrivedAt,
            boolean quiet,
            @Nullable Boolean stale) {

        /** Whether it can be one of those that have stopped. */
        public boolean mayBeStale() {
            return !Boolean.FALSE.equals(stale);
        }
    }
}
