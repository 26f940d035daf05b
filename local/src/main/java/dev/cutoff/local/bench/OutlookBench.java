package dev.cutoff.local.bench;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Outlooks over HTTP and in the service, against the pure function on the same facts in the same process. */
public final class OutlookBench {

    private static final int TENANTS = 100;

    private final Suite suite;
    private final Duration lap;
    private final String token;

    /** @param suite with timeline running on a database that holds nothing but the catalogue */
    public OutlookBench(Suite suite, Duration lap) {
        this.suite = suite;
        this.lap = lap;
        this.token = new Tokens(suite).token("admin", "*", "bench");
    }

    public OutlookReport run() {
        var tenants = load();
        var timeline = suite.addresses().of(Service.TIMELINE);
        var peer = List.of(new OutlookPeer(timeline, token));
        new Load(tenants, lap).run(peer);
        var speeds = Http.with(token).get(timeline.resolve("/local/outlook-speed?seconds=" + lap.toSeconds()));
        var asked = new Load(tenants, lap).run(peer);
        var http = Figures.of(Stream.of(asked.nanos().getFirst()), asked.seconds());
        var bare = speeds.path("bare").asDouble();
        return new OutlookReport(
                "outlook",
                speeds.path("ratio").asDouble(),
                TENANTS,
                speeds.path("lines").asInt(),
                (int) lap.toSeconds(),
                bare,
                speeds.path("assembly").asDouble(),
                http,
                Figures.rounded(http.perSecond() / bare));
    }

    /** Tenants of two clouds, each with what a busy autumn leaves: a named day that moved, opt-outs and a re-enable. */
    private List<String> load() {
        var ids = new ArrayList<String>();
        try (var owner = suite.connect(Service.TIMELINE, "owner");
                var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            statement.execute(script());
            try (var rows = statement.executeQuery("select tenant_id::text from tenant order by tenant_id")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new Failure("The bench cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static String script() {
        try (var resource = OutlookBench.class.getResourceAsStream("/bench/outlook.sql")) {
            if (resource == null) {
                throw new Failure("The made-up facts are not in the jar.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${tenants}", Integer.toString(TENANTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
