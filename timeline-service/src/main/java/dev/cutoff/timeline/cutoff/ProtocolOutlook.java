package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.rule.AllowedAction;
import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Basis;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.Part;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.State;
import dev.cutoff.timeline.rule.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds for one protocol and auth method of a tenant. */
@Schema(
        description = "What holds for one protocol and auth method of the tenant",
        requiredProperties = {
            "programme",
            "protocol",
            "authMethod",
            "qualifier",
            "part",
            "state",
            "since",
            "until",
            "cutoff",
            "decisionBy",
            "allowedActions",
            "declared",
            "confirmed",
            "observed",
            "basis",
            "effective",
            "announced",
            "checkedOn",
            "revision",
            "message",
            "rule",
            "note",
            "assumes"
        })
record ProtocolOutlook(
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

        @Nullable @Schema(
                description = "From when that has held; null if it always has",
                examples = "2022-10-13T09:00:00Z",
                nullable = true)
        Instant since,

        @Nullable @Schema(
                description = "First moment at which it no longer will; null if nothing is known to end it",
                examples = "2022-10-20T00:00:00Z",
                nullable = true)
        Instant until,

        @Schema(description = "When it stops") Cutoff cutoff,

        @Nullable @Schema(
                description = "Last day on which a decision of the tenant still changes the cutoff; null if none does",
                examples = "2022-09-30",
                nullable = true)
        LocalDate decisionBy,

        @Schema(description = "What the tenant may do at the moment in question, and why not the rest")
        List<AllowedAction> allowedActions,

        @Nullable @Schema(description = "What the tenant asked for last, as far as it stands", nullable = true)
        Statement declared,

        @Nullable @Schema(
                description =
                        "What the vendor said last, by a notice or by confirming an exemption. It stays the vendor's word when the tenant"
                                + " takes that exemption back or it is voided: `declared` says what stands",
                nullable = true)
        Statement confirmed,

        @Nullable @Schema(description = "What evidence shows", nullable = true)
        Statement observed,

        @Nullable @Schema(description = "What the state rests on; null where nothing is known", nullable = true)
        Basis basis,

        @Schema(
                description = "The programme that decides, where several touch this protocol",
                examples = "exchange-online-basic-auth")
        String effective,

        @Nullable @Schema(
                description = "Day of the announcement that holds; null if none was known",
                examples = "2022-09-01",
                nullable = true)
        LocalDate announced,

        @Schema(description = "When the programme was last compared with what the vendor says", examples = "2026-11-22")
        LocalDate checkedOn,

        @Nullable @Schema(
                description = "Revision that holds, inside its programme; null if none was known",
                examples = "2022-09-01",
                nullable = true)
        String revision,

        @Nullable @Schema(description = "Message of the vendor that it comes from", examples = "MC424238", nullable = true)
        String message,

        @Nullable @Schema(
                description = "Rule of the revision that holds; null if none does",
                examples = "worldwide",
                nullable = true)
        String rule,

        @Nullable @Schema(
                description = "What else the vendor said of it",
                examples = "Neither switched off nor changed",
                nullable = true)
        String note,

        @Schema(description = "Attributes of the tenant that are unknown and were counted as matching")
        List<String> assumes) {

    /** By what is retired; where several programmes touch that, the one that decides comes first. */
    static final Comparator<ProtocolOutlook> ORDER = Comparator.comparing(ProtocolOutlook::protocol)
            .thenComparing(ProtocolOutlook::authMethod)
            .thenComparing(outlook -> !outlook.effective().equals(outlook.programme()))
            .thenComparing(ProtocolOutlook::programme)
            .thenComparing(ProtocolOutlook::qualifier, Comparator.nullsFirst(Comparator.naturalOrder()));

    static ProtocolOutlook of(Outlook outlook, String effective) {
        var revision = outlook.revision();
        var rule = outlook.rule();
        return new ProtocolOutlook(
                outlook.programme().id(),
                outlook.line().protocol(),
                outlook.line().authMethod(),
                outlook.line().qualifier(),
                outlook.line().part(),
                outlook.state(),
                outlook.span().from(),
                outlook.span().until(),
                outlook.cutoff(),
                outlook.decisionBy(),
                outlook.allowedActions(),
                outlook.declared(),
                outlook.confirmed(),
                outlook.observed(),
                outlook.basis(),
                effective,
                revision == null ? null : revision.announced(),
                outlook.programme().checkedOn(),
                revision == null ? null : revision.id(),
                revision == null ? null : revision.source().message(),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.note(),
                outlook.assumes());
    }
}
