package dev.cutoff.inventory.evidence.format;

import java.util.List;
import java.util.Optional;

/** The formats that are understood. */
public final class Formats {

    /** The more particular ones first. */
    private static final List<EvidenceFormat<?>> ALL = List.of(
            new EntraSignInCsv(),
            new GraphSignInLines(),
            new GraphSignInJson(),
            PlainLists.CLIENT_CSV,
            PlainLists.CLIENT_JSON,
            PlainLists.OWNER_CSV,
            PlainLists.OWNER_JSON,
            Reports.SMTP_AUTH_CLIENTS,
            Reports.EWS_WEEKLY_USAGE,
            ExchangeExports.MOBILE_DEVICES,
            ExchangeExports.MAILBOX_SWITCHES,
            ExchangeExports.TRANSPORT_CONFIG,
            ServiceMessages.FORMAT,
            new MonthlyUsagePost());

    private Formats() {}

    public static Optional<EvidenceFormat<?>> of(Opening opening) {
        return ALL.stream()
                .<EvidenceFormat<?>>map(format -> format)
                .filter(format -> format.understands(opening))
                .findFirst();
    }

    /** Each in a sentence, for who sent something else. */
    public static List<String> described() {
        return ALL.stream().map(EvidenceFormat::looksLike).toList();
    }
}
