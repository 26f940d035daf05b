package dev.cutoff.local.bench;

import dev.cutoff.local.bench.ApiReport.Depth;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a page of a long list costs at its beginning and far down. */
final class Depths {

    private static final int TIMES = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Suite suite;
    private final HttpPeer http;

    Depths(Suite suite, HttpPeer http) {
        this.suite = suite;
        this.http = http;
    }

    /** @param clients how long the list is */
    List<Depth> measure(int clients) {
        var first = JSON.readTree(http.get("/v1/clients")).path("next").asString();
        var depths = new ArrayList<Depth>();
        for (var row : List.of(0L, clients / 2L, clients - 60L)) {
            var path = "/v1/clients" + (row == 0 ? "" : "?cursor=" + cursor(first, row));
            http.get(path);
            var nanos = new long[TIMES];
            for (var i = 0; i < TIMES; i++) {
                var began = System.nanoTime();
                http.get(path);
                nanos[i] = System.nanoTime() - began;
            }
            var figures = Figures.of(Stream.of(nanos), 1);
            depths.add(new Depth(row, figures.p50(), figures.p99()));
        }
        return depths;
    }

    /** A cursor is opaque to callers, but following half a million rows to get one would be most of the bench. */
    private String cursor(String first, long row) {
        var parts = JSON.readValue(Base64.getUrlDecoder().decode(first), String[].class);
        try (var owner = suite.connect(Service.INVENTORY, "owner");
                var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            try (var rows = statement.executeQuery(
                    "select tenant_id::text, id::text from client order by tenant_id, id limit 1 offset "
                            + (row - 1))) {
                rows.next();
                parts[1] = rows.getString(1);
                parts[2] = rows.getString(2);
            }
        } catch (SQLException e) {
            throw new Failure("The bench cannot find its way: " + e.getMessage(), e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }
}
