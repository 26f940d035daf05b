package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which client it is, and who answers for it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClientIdentity(UUID id, UUID tenantId, InventoryClient.@Nullable Owner owner) {}
