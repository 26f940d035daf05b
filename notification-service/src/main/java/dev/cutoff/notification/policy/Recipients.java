package dev.cutoff.notification.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is told. */
@Schema(
        description =
                "Who is told of a client. Where nobody of them can be, the tenant's contact is; a decision goes to who can decide, whatever"
                        + " stands here")
public record Recipients(
        @Nullable @Schema(description = "Its owner. Where not, the tenant's contact instead", examples = "true", nullable = true)
        Boolean owner,

        @Nullable @Schema(
                description =
                        "The owner's deputy as well; also where not, the deputy is told while the owner is unreachable",
                examples = "false",
                nullable = true)
        Boolean deputy,

        @Nullable @Schema(description = "The tenant's contact as well", examples = "false", nullable = true)
        Boolean tenantContact,

        @Nullable @Schema(
                description =
                        "The person behind the account of a client that nobody else answers for. Where not, the tenant's contact gets"
                                + " the list",
                examples = "false",
                nullable = true)
        Boolean personalAccounts) {

    static final Recipients DEFAULT = new Recipients(true, false, false, false);

    public boolean tellsOwner() {
        return Boolean.TRUE.equals(owner);
    }

    public boolean tellsDeputy() {
        return Boolean.TRUE.equals(deputy);
    }

    public boolean tellsTenantContact() {
        return Boolean.TRUE.equals(tenantContact);
    }

    public boolean tellsPersonalAccounts() {
        return Boolean.TRUE.equals(personalAccounts);
    }

    Recipients over(@Nullable Recipients wider) {
        return wider == null
                ? this
                : new Recipients(
                        owner == null ? wider.owner : owner,
                        deputy == null ? wider.deputy : deputy,
                        tenantContact == null ? wider.tenantContact : tenantContact,
                        personalAccounts == null ? wider.personalAccounts : personalAccounts);
    }
}
