package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.inventory.silence.Migration;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which clients a list shows. */
record ClientFilter(
        @Parameter(description = "Only clients in this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(
                description = "Only clients behind a usage of this protocol that has succeeded or was blocked",
                example = "imap")
        @QueryParam("protocol")
        @Nullable Protocol protocol,

        @Parameter(
                description =
                        "Only clients behind a usage with this auth method; with `protocol`, of one usage with both",
                example = "basic")
        @QueryParam("authMethod")
        @Nullable AuthMethod authMethod,

        @Parameter(
                description =
                        "Only clients of this owner, by id or mail address; `none` for those that nobody answers for, `account` for"
                                + " those of them that have an `accountOwnerEmail`",
                example = "none")
        @QueryParam("owner")
        @Size(max = 254) @Nullable String owner,

        @Parameter(
                description = "Only clients with this status; more than once for one of several",
                example = "discovered")
        @QueryParam("status")
        List<ClientStatus> status,

        @Parameter(description = "Only clients of which evidence and people's words show this", example = "at-risk")
        @QueryParam("migration")
        @Nullable Migration migration,

        @Parameter(description = "Only clients of this kind", example = "device") @QueryParam("kind") @Nullable ClientKind kind,

        @Parameter(description = "Only clients of this vendor, whatever its case, accents and width", example = "Ricoh")
        @QueryParam("vendor")
        @Size(max = 200) @Nullable String vendor,

        @Parameter(
                description = "Only clients of this product, whatever its case, accents and width",
                example = "IM C3000")
        @QueryParam("product")
        @Size(max = 200) @Nullable String product,

        @Parameter(
                description = "Only clients at this place, whatever its case, accents and width",
                example = "Osaka 2F")
        @QueryParam("location")
        @Size(max = 200) @Nullable String location,

        @Parameter(
                description = "Only clients of this department, whatever its case, accents and width",
                example = "Logistics")
        @QueryParam("department")
        @Size(max = 200) @Nullable String department,

        @Parameter(description = "Only clients that are this critical, whatever the case", example = "high")
        @QueryParam("criticality")
        @Size(max = 50) @Nullable String criticality,

        @Parameter(description = "Only clients with this tag; more than once for all of several", example = "warehouse")
        @QueryParam("tag")
        @Size(max = 20) List<@Size(max = 100) String> tags,

        @Parameter(description = "Only clients that refer to this id in another system", example = "MAIL-1402")
        @QueryParam("reference")
        @Size(max = 200) @Nullable String reference,

        @Parameter(description = "Only clients planned for this day or later", example = "2026-11-01")
        @QueryParam("plannedFrom")
        @Nullable LocalDate plannedFrom,

        @Parameter(description = "Only clients planned for this day or earlier", example = "2026-11-30")
        @QueryParam("plannedTo")
        @Nullable LocalDate plannedTo,

        @Parameter(description = "Only clients whose owner is theirs for this reason", example = "account-rule")
        @QueryParam("ownerReason")
        @Nullable OwnerReason ownerReason,

        @Parameter(
                description = "Only clients of this account, by address or user id",
                example = "scanner1@contoso.example")
        @QueryParam("account")
        @Size(max = 320) @Nullable String account,

        @Parameter(description = "Only clients that share an account, or that do not", example = "true")
        @QueryParam("shared")
        @Nullable Boolean shared,

        @Parameter(description = "Only clients that this system has a name for", example = "servicenow")
        @QueryParam("source")
        @Size(max = 100) @Nullable String source,

        @Parameter(description = "Only the client with this external id", example = "e0310770c7804e33a7d8b7bf0a24e280")
        @QueryParam("externalId")
        @Size(max = 200) @Nullable String externalId,

        @Parameter(
                description =
                        "Part of a name, product, account, place, note or tag, whatever its case, accents and width; needs `tenant`",
                example = "ricoh")
        @QueryParam("q")
        @Size(max = 200) @Nullable String q) {

    private static final String NONE = "none";
    private static final String ACCOUNT = "account";

    /** @throws Refusal 400 if parts of it do not go together */
    ClientFilter {
        status = status == null ? List.of() : List.copyOf(status);
        tags = tags == null ? List.of() : List.copyOf(tags);
        if (q != null && tenant == null) {
            throw Refusal.invalidParameter(
                    "q", "needs tenant beside it: a search through all tenants would read all of them");
        }
    }

    boolean isUnowned() {
        return NONE.equals(owner);
    }

    boolean isOwnedByAccount() {
        return ACCOUNT.equals(owner);
    }

    @Nullable UUID ownerId() {
        return owner == null || isUnowned() || isOwnedByAccount() || owner.contains("@") ? null : ownerUuid();
    }

    @Nullable String ownerEmail() {
        return owner != null && owner.contains("@") ? owner.toLowerCase(Locale.ROOT) : null;
    }

    private UUID ownerUuid() {
        try {
            return StrictJson.parseUuid(String.valueOf(owner));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidParameter("owner", "must be the id or mail address of an owner, none or account");
        }
    }

    /** Bound as a list, because a list of one reads like a list of several. */
    String @Nullable [] statusNames() {
        return status.isEmpty() ? null : status.stream().map(WireName::of).toArray(String[]::new);
    }

    String @Nullable [] tagArray() {
        return tags.isEmpty() ? null : tags.toArray(String[]::new);
    }

    @Nullable String accountKey() {
        return account == null ? null : account.toLowerCase(Locale.ROOT);
    }
}
