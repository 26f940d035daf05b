package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of a usage; inventory lists those with a success or a block. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryUsage(
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        @Nullable String account,
        List<UUID> clientIds,
        @Nullable Instant lastSeen) {}
