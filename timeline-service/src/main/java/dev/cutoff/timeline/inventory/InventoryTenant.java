package dev.cutoff.timeline.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of inventory's tenant what we need.
 *
 * @param version the newer one wins
 * @param cloud as a text: inventory may know one that we do not
 * @param licences products that it has bought, by the vendor's names or part numbers; null if unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryTenant(
        UUID id,
        long version,
        String name,
        String cloud,
        @Nullable LocalDate createdOn,
        @Nullable List<String> licences) {}
