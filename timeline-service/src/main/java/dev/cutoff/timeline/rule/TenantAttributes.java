package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of a tenant decides which rule holds for it.
 *
 * @param cloud null if it lives in one that we have no name for, about which the vendor has then said nothing
 * @param createdOn null if unknown
 * @param licences what it has bought; null if nobody has told us
 */
public record TenantAttributes(
        @Nullable Cloud cloud,
        @Nullable LocalDate createdOn,
        @Nullable Licences licences) {

    /** Of a tenant whose licences nobody has told us. */
    public TenantAttributes(@Nullable Cloud cloud, @Nullable LocalDate createdOn) {
        this(cloud, createdOn, null);
    }
}
