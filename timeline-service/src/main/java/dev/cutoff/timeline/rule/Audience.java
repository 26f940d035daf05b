package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule speaks to.
 *
 * @param clouds those clouds; all if empty
 * @param createdFrom only tenants created on that day or later; null for all
 * @param createdBefore only tenants created before that day; null for all
 */
@Schema(
        description = "Whom a rule speaks to",
        requiredProperties = {"clouds", "createdFrom", "createdBefore"})
public record Audience(
        @Schema(description = "Only tenants of these clouds; all if empty")
        List<Cloud> clouds,

        @Nullable @Schema(description = "Only tenants created on this day or later", examples = "2017-08-01", nullable = true)
        LocalDate createdFrom,

        @Nullable @Schema(description = "Only tenants created before this day", examples = "2017-08-01", nullable = true)
        LocalDate createdBefore) {

    static final Audience EVERYBODY = new Audience(List.of(), null, null);

    public Audience {
        clouds = clouds == null ? List.of() : List.copyOf(clouds);
    }

    /**
     * Whether the tenant is meant. What we do not know of it counts as matching and must be said.
     *
     * @return the unknown attributes that were assumed to match; empty if the tenant is not meant
     */
    Optional<List<String>> assumptionsFor(TenantAttributes tenant) {
        if (!clouds.isEmpty() && (tenant.cloud() == null || !clouds.contains(tenant.cloud()))) {
            return Optional.empty();
        }
        if (createdFrom == null && createdBefore == null) {
            return Optional.of(List.of());
        }
        var created = tenant.createdOn();
        if (created == null) {
            return Optional.of(List.of("createdOn"));
        }
        var isMeant = (createdFrom == null || !created.isBefore(createdFrom))
                && (createdBefore == null || created.isBefore(createdBefore));
        return isMeant ? Optional.of(List.of()) : Optional.empty();
    }
}
