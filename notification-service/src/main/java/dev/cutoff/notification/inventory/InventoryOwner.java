package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What we read of an owner: who stands in for them, and who is told when neither answers. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InventoryOwner(
        String email, @Nullable Person deputy, @Nullable Person manager) {

    /** Somebody beside the owner. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Person(String email, @Nullable String locale) {}
}
