package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.vocabulary.Protocol;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How many accounts the vendor counted on a protocol with Basic.
 *
 * @param month its first day
 * @param source who says so
 */
public record VendorCount(UUID tenantId, Protocol protocol, LocalDate month, String source, int count) {

    String key() {
        return tenantId + "|" + protocol + "|" + month + "|" + source;
    }
}
