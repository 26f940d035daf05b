package dev.cutoff.notification.digest;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.message.Digest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients as a mail lists them. What devices and programs say of themselves is somebody else's text: it gets one line and an end. */
final class Labels {

    /** More makes a list that nobody reads; the rest is counted. */
    static final int MOST_CLIENTS = 100;

    private static final int LONGEST = 120;

    private Labels() {}

    static Digest.Affected listed(Client client, Collection<String> protocols) {
        var owner =
                client.ownerName() == null || client.ownerName().isBlank() ? client.ownerEmail() : client.ownerName();
        return new Digest.Affected(
                line(client.label()),
                client.kind(),
                client.account() == null || client.account().equals(client.label()) ? null : line(client.account()),
                client.shared(),
                owner == null ? null : line(owner),
                protocols.stream().distinct().sorted().toList());
    }

    static List<Digest.Affected> first(Collection<Digest.Affected> clients) {
        return clients.stream()
                .sorted(Comparator.comparing(Digest.Affected::label)
                        .thenComparing(client -> String.valueOf(client.account())))
                .limit(MOST_CLIENTS)
                .toList();
    }

    static String line(@Nullable String text) {
        var line = String.valueOf(text)
                .replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }
}
