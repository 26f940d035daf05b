package dev.cutoff.local.command;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.client.Http;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.proof.Population;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** People of a suite that runs who are each due a mail, the release of those mails, and what became of them. */
record Mailing(Suite suite, Http administrator) {

    private static final Instant DAY = Instant.parse("2022-09-16T13:00:00Z");

    /** Their mails are planned then, and held. */
    List<UUID> plan(int people, String... tenants) {
        var clocks = new Clocks(suite);
        clocks.set(DAY);
        var population = new Population(suite, administrator);
        var ids = List.of(tenants).stream()
                .map(tenant -> population.settle(tenant, people))
                .toList();
        clocks.set(DAY.plusSeconds(60));
        put("/v1/dispatch");
        return ids;
    }

    /** Who is asked may end before it has answered. */
    void release(UUID tenant) {
        try {
            put("/v1/dispatch/" + tenant);
        } catch (Failure e) {
            if (suite.isRunning(Service.NOTIFICATION)) {
                throw e;
            }
        }
    }

    private void put(String path) {
        administrator.put(suite.addresses().of(Service.NOTIFICATION).resolve(path), "{\"state\": \"released\"}");
    }

    int count(String query) throws SQLException {
        try (var connection = suite.connect(Service.NOTIFICATION, "owner");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            try (var rows = statement.executeQuery("select " + query + " from notice")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Whatever has come for each person, as often as it has. */
    Map<String, List<String>> arrived() throws IOException {
        try (var files = Files.list(suite.folder().mail())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mailing::read)
                    .collect(Collectors.groupingBy(mail -> mail.replaceFirst("(?s).*?\nTo: <?([^>\r\n]+).*", "$1")));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("The mail cannot be read", e);
        }
    }
}
