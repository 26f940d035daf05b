package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a client.
 *
 * @param accountOwnerEmail the person behind its account, where nobody answers for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryClient(
        UUID id,
        String kind,
        @Nullable String product,
        @Nullable String name,
        @Nullable String account,
        String status,
        @Nullable String migrationReason,
        @Nullable Owner owner,
        @Nullable String accountOwnerEmail,
        boolean shared,
        @Nullable List<String> tags) {

    public InventoryClient {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Who answers for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Owner(
            UUID id,
            @Nullable String name,
            String email,
            @Nullable String locale) {}
}
