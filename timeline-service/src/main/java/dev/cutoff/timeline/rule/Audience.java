package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule speaks to.
 *
 * @param platform whose service; Microsoft 365 unless stated
 * @param clouds those clouds; all if empty
 * @param createdFrom only tenants created on that day or later; null for all
 * @param createdBefore only tenants created before that day; null for all
 * @param licences only tenants that have one of these classes of licence; all if empty
 */
@Schema(
        description = "Whom a rule speaks to",
        requiredProperties = {"platform", "clouds", "createdFrom", "createdBefore", "licences"})
public record Audience(
        @Schema(description = "Whose service it is about") Platform platform,

        @Schema(description = "Only tenants of these clouds; all if empty")
        List<Cloud> clouds,

        @Nullable @Schema(description = "Only tenants created on this day or later", examples = "2017-08-01", nullable = true)
        LocalDate createdFrom,

        @Nullable @Schema(description = "Only tenants created before this day", examples = "2017-08-01", nullable = true)
        LocalDate createdBefore,

        @Schema(
                description = "Only tenants that have one of these classes of licence; all if empty",
                examples = "[\"f1\", \"f3\"]")
        List<String> licences) {

    static final Audience EVERYBODY = new Audience(Platform.MICROSOFT_365, List.of(), null, null, List.of());

    public Audience {
        platform = platform == null ? Platform.MICROSOFT_365 : platform;
        clouds = clouds == null ? List.of() : List.copyOf(clouds);
        licences = licences == null ? List.of() : List.copyOf(licences);
        Words.require(
                createdFrom == null || createdBefore == null || createdFrom.isBefore(createdBefore),
                "createdBefore must be after createdFrom");
    }

    /** Whether any tenant of ours can be meant. */
    boolean speaksToUs() {
        return platform == Platform.MICROSOFT_365;
    }

    /**
     * Whether the tenant is meant. What we do not know of it counts as matching and must be said.
     *
     * @return the unknown attributes that were assumed to match; empty if the tenant is not meant
     */
    Optional<List<String>> assumptionsFor(TenantAttributes tenant) {
        if (!speaksToUs() || !clouds.isEmpty() && (tenant.cloud() == null || !clouds.contains(tenant.cloud()))) {
            return Optional.empty();
        }
        var assumes = new ArrayList<String>();
        if (createdFrom != null || createdBefore != null) {
            if (tenant.createdOn() == null) {
                assumes.add("createdOn");
            } else if (!isOfAge(tenant.createdOn())) {
                return Optional.empty();
            }
        }
        if (!licences.isEmpty()) {
            var bought = tenant.licences();
            if (bought == null || !bought.haveAny(licences) && !bought.isComplete()) {
                assumes.add("licences");
            } else if (!bought.haveAny(licences)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(assumes));
    }

    private boolean isOfAge(LocalDate created) {
        return (createdFrom == null || !created.isBefore(createdFrom))
                && (createdBefore == null || created.isBefore(createdBefore));
    }
}
