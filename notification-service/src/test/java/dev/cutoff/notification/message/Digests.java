package dev.cutoff.notification.message;

import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Role;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Digests to write mails from. */
final class Digests {

    static final Digest.Tenant CONTOSO = tenant("Contoso");
    static final Clients.Row PRINTER = row(
            "Xerox VersaLink C405 floor 1",
            "device",
            "scanner1@contoso.example",
            true,
            "Nao Kato",
            "imap",
            "smtp-auth");
    static final Clients.Row OUTLOOK =
            row("Outlook 2013", "desktop-app", "nao.kato@contoso.example", false, null, "mapi", "oab", "rpc");

    static final MailLinks LINKS =
            new MailLinks(URI.create("https://cutoff.example/a/TOKEN"), URI.create("https://cutoff.example/u/TOKEN"));

    private Digests() {}

    static MailText written(Digest digest) {
        return MailText.of(digest, LINKS.answer());
    }

    static Digest.Tenant tenant(String name) {
        return new Digest.Tenant(UUID.nameUUIDFromBytes(name.getBytes()), name, "mail-admins@contoso.example", null);
    }

    static Clients.Row row(
            String label,
            String kind,
            @Nullable String account,
            boolean shared,
            @Nullable String owner,
            String... protocols) {
        return new Clients.Row(
                UUID.nameUUIDFromBytes(label.getBytes()),
                "Contoso",
                label,
                kind,
                account,
                shared,
                owner,
                List.of(protocols));
    }

    static Digest digest(String day, Stop... stops) {
        return digest(day, List.of(stops), List.of());
    }

    static Digest digest(String day, List<Stop> stops, List<Choice> choices) {
        return new Digest(
                "nao.kato@contoso.example",
                "en",
                ZoneId.of("Asia/Tokyo"),
                LocalDate.parse(day),
                Severity.NORMAL,
                List.of(CONTOSO),
                stops,
                choices,
                List.of(),
                List.of(),
                List.of(),
                dates(stops, choices));
    }

    static Digest withMore(Digest digest, List<AllClear> clears, List<Digest.Finding> findings) {
        return new Digest(
                digest.recipient(),
                digest.locale(),
                digest.zone(),
                digest.day(),
                digest.severity(),
                digest.tenants(),
                digest.stops(),
                digest.choices(),
                clears,
                findings,
                digest.helps(),
                digest.dates());
    }

    static Digest inLanguage(String locale, Digest digest) {
        return new Digest(
                digest.recipient(),
                locale,
                digest.zone(),
                digest.day(),
                digest.severity(),
                digest.tenants(),
                digest.stops(),
                digest.choices(),
                digest.allClears(),
                digest.findings(),
                digest.helps(),
                digest.dates());
    }

    static Digest about(Digest digest, Digest.Tenant... tenants) {
        return new Digest(
                digest.recipient(),
                digest.locale(),
                digest.zone(),
                digest.day(),
                digest.severity(),
                List.of(tenants),
                digest.stops(),
                digest.choices(),
                digest.allClears(),
                digest.findings(),
                digest.helps(),
                digest.dates());
    }

    static Stop window(Role role, Clients.Row... rows) {
        return stop(false, "2022-10-01", "2022-12-31", null, role, null, clients(false, rows));
    }

    static Stop named(boolean isOver, @Nullable ToldDay moved, Clients.Row... rows) {
        return stop(isOver, "2022-10-20", "2022-10-20", "2022-10-20", Role.OWNER, moved, clients(false, rows));
    }

    static Stop stop(
            boolean isOver,
            String earliest,
            @Nullable String latest,
            @Nullable String day,
            Role role,
            @Nullable ToldDay moved,
            Clients clients) {
        return new Stop(
                topic(clients.rows()),
                isOver,
                LocalDate.parse(earliest),
                latest == null ? null : LocalDate.parse(latest),
                day == null ? null : LocalDate.parse(day),
                day == null ? null : Instant.parse(day + "T00:00:00Z"),
                source(),
                role,
                moved,
                false,
                false,
                Before.NOBODY,
                clients);
    }

    static Choice choice(Clients.Row... rows) {
        return new Choice(
                new Digest.Topic("exchange-online-basic-auth", List.of("imap", "pop"), "basic", null),
                LocalDate.parse("2022-09-30"),
                LocalDate.parse("2022-10-01"),
                LocalDate.parse("2022-12-31"),
                null,
                source(),
                List.of(new Choice.Action(
                        "opt-out", "self-service", LocalDate.parse("2022-09-30"), LocalDate.parse("2022-12-31"))),
                clients(true, rows));
    }

    static AllClear allClear(AllClear.Why why, Clients.Row... rows) {
        return new AllClear(
                topic(List.of(rows)), why, new ToldDay(LocalDate.parse("2022-10-20"), true), clients(false, rows));
    }

    static Clients clients(boolean isWithOwners, Clients.Row... rows) {
        var all = List.of(rows);
        var kinds = new TreeMap<>(all.stream().collect(Collectors.groupingBy(Clients.Row::kind)));
        var tenants = shares(all.stream().map(Clients.Row::tenant));
        var owners = isWithOwners
                ? shares(all.stream().map(Clients.Row::owner).filter(owner -> owner != null))
                : List.<Clients.Share>of();
        return new Clients(
                all.size(),
                tenants,
                tenants.size(),
                kinds.entrySet().stream()
                        .map(kind ->
                                new Clients.Kind(kind.getKey(), kind.getValue().size(), protocols(kind.getValue())))
                        .toList(),
                owners,
                owners.size(),
                isWithOwners
                        ? (int) all.stream().filter(row -> row.owner() == null).count()
                        : 0,
                all);
    }

    private static List<Clients.Share> shares(Stream<String> names) {
        Map<String, Long> counted =
                names.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(share -> new Clients.Share(share.getKey(), share.getValue().intValue()))
                .toList();
    }

    private static Digest.Topic topic(List<Clients.Row> rows) {
        return new Digest.Topic("exchange-online-basic-auth", protocols(rows), "basic", null);
    }

    private static List<String> protocols(List<Clients.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.protocols().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static Digest.Source source() {
        return new Digest.Source(LocalDate.parse("2022-09-01"), LocalDate.parse("2022-09-14"));
    }

    private static List<CalendarDate> dates(List<Stop> stops, List<Choice> choices) {
        var ofStops = stops.stream()
                .flatMap(stop -> stop.topic().protocols().stream()
                        .map(protocol -> date(protocol, false, stop.from(), stop.latest(), stop.day() != null)));
        var ofChoices = choices.stream()
                .flatMap(choice -> choice.topic().protocols().stream()
                        .map(protocol -> date(protocol, true, choice.by(), choice.by(), true)));
        return Stream.concat(ofStops, ofChoices).toList();
    }

    private static CalendarDate date(
            String protocol, boolean isDecision, LocalDate starts, @Nullable LocalDate ends, boolean isCertain) {
        return new CalendarDate(
                CONTOSO.id(),
                CONTOSO.name(),
                "exchange-online-basic-auth",
                protocol,
                "basic",
                null,
                isDecision,
                starts,
                ends,
                isCertain,
                0,
                source());
    }

    static Clients.Row[] printers(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> row(
                        "Printer " + n,
                        "device",
                        "scanner" + n + "@contoso.example",
                        false,
                        n % 3 == 0 ? null : "Owner " + n % 7,
                        "smtp-auth"))
                .toArray(Clients.Row[]::new);
    }
}
