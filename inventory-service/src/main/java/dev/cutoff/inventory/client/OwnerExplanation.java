package dev.cutoff.inventory.client;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody answers for a client, or nobody. */
@Schema(description = "Why somebody answers for a client, or nobody")
record OwnerExplanation(
        @NotNull @Schema(description = "Id of the client", examples = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
        UUID clientId,

        @Nullable @Schema(description = "Who answers for it; null if nobody does", nullable = true)
        ClientOwner owner,

        @Nullable @Schema(description = "Why this owner; null if nobody answers for it", nullable = true)
        OwnerReason ownerReason,

        @NotNull @Schema(
                description = "The same as a sentence",
                examples = "nao.kato@contoso.example answers for it by the account rule for scanner1@contoso.example.")
        String sentence,

        @NotNull @Schema(description = "Everybody who could answer for it, in the order in which they count; the first does")
        List<Candidate> candidates,

        @Nullable @Schema(
                description = "Mail address of the person behind its account, as the client shows it",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String accountOwnerEmail,

        @Nullable @Schema(
                description = "Mail address of who hears of what nobody owns in this tenant; null if nobody does",
                examples = "mail-admins@contoso.example",
                nullable = true)
        String fallbackContact) {

    /** Somebody who could answer for a client. */
    @Schema(name = "OwnerCandidate", description = "Somebody who could answer for a client")
    record Candidate(
            @NotNull OwnerReason reason,

            @Nullable @Schema(
                    description = "Id of the rule; null where the client names its owner itself",
                    examples = "7d2f7f10-43a1-8e52-a0d1-0b6f1d1b7a11",
                    nullable = true)
            UUID ruleId,

            @NotNull @Schema(
                    description = "What the rule goes by, or who has named the owner: a source, or `person`",
                    examples = "scanner1@contoso.example")
            String value,

            @NotNull ClientOwner owner) {

        private String because() {
            return switch (reason) {
                case CLIENT -> "as named on the client itself by " + value;
                case ACCOUNT_RULE -> "by the account rule for " + value;
                case PATTERN_RULE -> "by the pattern rule for " + value;
                case DEPARTMENT_RULE -> "by the department rule for " + value;
                case LOCATION_RULE -> "by the location rule for " + value;
                case DOMAIN_RULE -> "by the domain rule for " + value;
            };
        }
    }

    /** @param candidates in the order in which they count */
    static OwnerExplanation of(Client client, List<Candidate> candidates, @Nullable String fallbackContact) {
        if (candidates.isEmpty()) {
            return new OwnerExplanation(
                    client.id(),
                    null,
                    null,
                    unowned(client.accountOwnerEmail(), fallbackContact),
                    candidates,
                    client.accountOwnerEmail(),
                    fallbackContact);
        }
        var first = candidates.getFirst();
        return new OwnerExplanation(
                client.id(),
                first.owner(),
                first.reason(),
                first.owner().email() + " answers for it " + first.because() + ".",
                candidates,
                client.accountOwnerEmail(),
                fallbackContact);
    }

    private static String unowned(@Nullable String accountOwner, @Nullable String fallbackContact) {
        var instead =
                fallbackContact == null ? "and the tenant has no fallback contact" : fallbackContact + " hears of it";
        var themselves = accountOwner == null
                ? ""
                : " Its account is that of " + accountOwner
                        + ", who is told only where the policy of the tenant says so.";
        return "Nobody answers for it: the client names nobody and no rule is true of it; " + instead + "."
                + themselves;
    }
}
