package dev.cutoff.local.demo;

import java.time.LocalDate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What came before the autumn and what came of it: each announcement of the years 2019 to 2023, and the date that it gave one tenant. The
 * same question, asked with the knowledge of each of those days.
 */
final class History implements Scene {

    private static final LocalDate DAY = LocalDate.of(2022, 8, 29);
    private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2023, 12, 31);
    private static final LocalDate END = LocalDate.of(2023, 1, 8);
    private static final String PROTOCOL = "imap";
    private static final String HEAD = "announced   message   %-33s decide by\n";

    private final Sample sample;
    private final Outlooks outlooks;
    private final Teller teller;

    History(Sample sample, Outlooks outlooks, Teller teller) {
        this.sample = sample;
        this.outlooks = outlooks;
        this.teller = teller;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.equals(DAY);
    }

    @Override
    public void play(LocalDate day) {
        var tenant = sample.tenants().getFirst();
        teller.say(
                "The dates that %s was given for %s, as they were known on the day of each announcement:",
                tenant.name(), PROTOCOL);
        var rows = outlooks.announcements(tenant, UNTIL).stream()
                .filter(revision -> !announced(revision).isBefore(SINCE))
                .map(revision -> row(revision, outlooks.believed(tenant, PROTOCOL, announced(revision))))
                .collect(Collectors.joining("\n"));
        teller.quote(HEAD.formatted(PROTOCOL + " stops") + rows);
        teller.say(
                "On %s it is %s.",
                END, outlooks.believed(tenant, PROTOCOL, END).path("state").asString());
    }

    private static LocalDate announced(JsonNode revision) {
        return LocalDate.parse(revision.path("announced").asString());
    }

    private static String row(JsonNode revision, JsonNode line) {
        var message = revision.path("source").path("message").asString("");
        return "%s  %-8s  %-33s %s"
                .formatted(
                        announced(revision),
                        message.isEmpty() ? "-" : message,
                        date(line),
                        line.hasNonNull("decisionBy") ? line.path("decisionBy").asString() : "-");
    }

    private static String date(JsonNode line) {
        var cutoff = line.path("cutoff");
        if (cutoff.hasNonNull("day")) {
            return cutoff.path("day").asString();
        }
        if (!cutoff.hasNonNull("earliest")) {
            return cutoff.hasNonNull("precision") ? "on no day until further notice" : "nothing is said of it";
        }
        return cutoff.hasNonNull("latest")
                ? "between %s and %s"
                        .formatted(
                                cutoff.path("earliest").asString(),
                                cutoff.path("latest").asString())
                : "from %s on".formatted(cutoff.path("earliest").asString());
    }
}
