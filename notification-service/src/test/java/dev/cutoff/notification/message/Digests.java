package dev.cutoff.notification.message;

import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.reminder.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digests to write mails from. */
final class Digests {

    static final Digest.Affected PRINTER = new Digest.Affected(
            "Xerox VersaLink C405 floor 1",
            "device",
            "scanner1@contoso.example",
            true,
            "Nao Kato",
            List.of("imap", "smtp-auth"));
    static final Digest.Affected OUTLOOK = new Digest.Affected(
            "Outlook 2013", "desktop-app", "nao.kato@contoso.example", false, null, List.of("mapi", "oab", "rpc"));

    private Digests() {}

    static Digest digest(String day, Digest.Tenant... tenants) {
        return new Digest(
                "nao.kato@contoso.example",
                "en",
                ZoneId.of("Asia/Tokyo"),
                LocalDate.parse(day),
                "mail-admins@contoso.example",
                List.of(tenants));
    }

    static Digest.Tenant tenant(String name, List<Digest.Stop> stops, Digest.Choice... choices) {
        return new Digest.Tenant(name, "mail-admins@contoso.example", stops, List.of(choices));
    }

    static Digest.Stop window(Role role, Digest.Affected... clients) {
        return stop(State.WORKING, "2022-10-01", "2022-12-31", null, role, null, clients);
    }

    static Digest.Stop named(State state, Digest.@Nullable Moved moved, Digest.Affected... clients) {
        return stop(state, "2022-10-20", "2022-10-20", "2022-10-20", Role.OWNER, moved, clients);
    }

    private static Digest.Stop stop(
            State state,
            String earliest,
            @Nullable String latest,
            @Nullable String day,
            Role role,
            Digest.@Nullable Moved moved,
            Digest.Affected... clients) {
        return new Digest.Stop(
                "exchange-online-basic-auth",
                List.of(clients).stream()
                        .flatMap(client -> client.protocols().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                "basic",
                null,
                state,
                LocalDate.parse(earliest),
                latest == null ? null : LocalDate.parse(latest),
                day == null ? null : LocalDate.parse(day),
                day == null ? null : Instant.parse(day + "T00:00:00Z"),
                LocalDate.parse("2022-09-01"),
                LocalDate.parse("2022-09-14"),
                role,
                moved,
                List.of(clients),
                0);
    }

    static Digest.Choice choice(Digest.Affected... clients) {
        return new Digest.Choice(
                "exchange-online-basic-auth",
                List.of("imap", "pop"),
                "basic",
                null,
                LocalDate.parse("2022-09-30"),
                LocalDate.parse("2022-10-01"),
                LocalDate.parse("2022-12-31"),
                null,
                LocalDate.parse("2022-09-01"),
                LocalDate.parse("2022-09-14"),
                List.of(new Digest.Action("opt-out", "self-service", List.of("imap", "pop"))),
                List.of(clients),
                2);
    }
}
