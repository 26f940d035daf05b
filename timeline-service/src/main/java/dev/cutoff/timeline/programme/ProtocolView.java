package dev.cutoff.timeline.programme;

import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Line;
import dev.cutoff.timeline.rule.Part;
import dev.cutoff.timeline.rule.Protocol;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A protocol, and who retires it. */
@Schema(
        name = "ProtocolEntry",
        description = "A way to reach a mailbox or its administration, and the programmes that retire it",
        requiredProperties = {"protocol", "name", "programmes"})
record ProtocolView(
        @Schema(description = "The protocol, as everywhere else")
        Protocol protocol,

        @Schema(description = "What people call it", examples = "Exchange ActiveSync")
        String name,

        @Schema(description = "Programmes that have ever spoken of it, for better or worse")
        List<Touch> programmes) {

    /** What of the protocol a programme speaks of. */
    @Schema(
            name = "ProtocolProgramme",
            description = "A programme that speaks of the protocol, and of which part",
            requiredProperties = {"programme", "authMethod", "qualifier", "part"})
    record Touch(
            @Schema(description = "Id of the programme", examples = "exchange-online-basic-auth")
            String programme,

            @Schema(description = "Auth method that it speaks of")
            AuthMethod authMethod,

            @Nullable @Schema(
                    description = "The part of it that is meant; null for all of it",
                    examples = "below 16.1",
                    nullable = true)
            String qualifier,

            @Nullable @Schema(description = "The same for machines; null for all of it", nullable = true)
            Part part) {}

    static ProtocolView of(Protocol protocol, Edition edition) {
        var touches = edition.programmes().stream()
                .flatMap(programme -> programme.lines().stream()
                        .filter(line -> line.protocol() == protocol)
                        .map(line -> touch(programme.id(), line)))
                .toList();
        return new ProtocolView(protocol, name(protocol), touches);
    }

    private static Touch touch(String programme, Line line) {
        return new Touch(programme, line.authMethod(), line.qualifier(), line.part());
    }

    private static String name(Protocol protocol) {
        return switch (protocol) {
            case AUTODISCOVER -> "Autodiscover";
            case EAS -> "Exchange ActiveSync";
            case EWS -> "Exchange Web Services";
            case IMAP -> "IMAP4";
            case MAPI -> "MAPI over HTTP";
            case OAB -> "Offline Address Book";
            case OTHER -> "Other clients";
            case POP -> "POP3";
            case REMOTE_POWERSHELL -> "Exchange Online Remote PowerShell";
            case REPORTING_WEB_SERVICE -> "Reporting Web Service";
            case RPC -> "Outlook Anywhere (RPC over HTTP)";
            case SCC_POWERSHELL -> "Security & Compliance PowerShell";
            case SMTP_AUTH -> "SMTP AUTH client submission";
            case UNSPECIFIED -> "Not told by the sign-in";
        };
    }
}
