package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of a tenant. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryTenant(
        UUID id,
        long version,
        String name,
        ZoneId timeZone,
        String locale,
        @Nullable String decisionContact,
        @Nullable String fallbackContact) {}
