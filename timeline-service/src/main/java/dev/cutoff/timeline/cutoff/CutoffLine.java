package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.Part;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.State;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When one protocol and auth method stops for one tenant. */
@Schema(
        name = "CutoffLine",
        description = "When one protocol and auth method stops for one tenant",
        requiredProperties = {
            "tenantId",
            "programme",
            "protocol",
            "authMethod",
            "qualifier",
            "part",
            "state",
            "cutoff",
            "decisionBy",
            "catalogueVersion"
        })
record CutoffLine(
        @Schema(description = "Tenant that it stops for", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(description = "Programme that retires it", examples = "exchange-online-basic-auth")
        String programme,

        @Schema(description = "What is retired") Protocol protocol,

        @Schema(description = "Auth method that is retired") AuthMethod authMethod,

        @Nullable @Schema(
                description = "The part of it that is meant; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @Nullable @Schema(description = "The same for machines; null for all of it", nullable = true)
        Part part,

        @Schema(description = "What holds at the moment in question")
        State state,

        @Schema(description = "When it stops") Cutoff cutoff,

        @Nullable @Schema(
                description = "Last day on which a decision of the tenant still changes the cutoff; null if none does",
                examples = "2022-09-30",
                nullable = true)
        LocalDate decisionBy,

        @Schema(description = "Version of the catalogue that this comes from", examples = "3")
        long catalogueVersion) {

    static CutoffLine of(UUID tenantId, Outlook outlook, long catalogueVersion) {
        return new CutoffLine(
                tenantId,
                outlook.programme().id(),
                outlook.line().protocol(),
                outlook.line().authMethod(),
                outlook.line().qualifier(),
                outlook.line().part(),
                outlook.state(),
                outlook.cutoff(),
                outlook.decisionBy(),
                catalogueVersion);
    }
}
