package dev.cutoff.local.bench;

import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading inventory over HTTP against the same SQL over plain JDBC: the same server, the same run, as many askers. */
public final class ApiBench {

    private static final int SEED = 1;
    /** They take turns, so that whatever else the machine does meets both alike. */
    private static final int LAPS = 3;

    private static final int MOST_WARM_UPS = 20;
    private static final int WARM = 20_000;

    private final Suite suite;
    private final int concurrency;
    private final Duration lap;
    private final String token;

    /** @param suite with inventory running on databases that hold nothing */
    public ApiBench(Suite suite, int concurrency, Duration lap) {
        this.suite = suite;
        this.concurrency = concurrency;
        this.lap = lap;
        this.token = new Tokens(suite).token("viewer", "*", "bench");
    }

    /**
     * @param progress is told how many steps of how many of the loading are done
     */
    public ApiReport run(int tenants, int clients, int usages, BiConsumer<Integer, Integer> progress) {
        try (var owner = suite.connect(Service.INVENTORY, "owner")) {
            new SampleData(SEED, tenants, clients, usages).load(owner, progress);
            var ids = SampleData.tenants(owner, SEED);
            Stream.of(Question.values()).forEach(question -> requireSameAnswer(question, ids.getFirst()));
            var page = compare(Question.PAGE, ids);
            var summary = compare(Question.SUMMARY, ids);
            return new ApiReport(
                    "api",
                    Math.min(page.ratio(), summary.ratio()),
                    tenants,
                    clients,
                    usages,
                    concurrency,
                    (int) (LAPS * lap.toSeconds()),
                    page,
                    summary,
                    new Depths(suite, http(Question.PAGE)).measure(clients));
        } catch (SQLException e) {
            throw new Failure("The bench cannot be prepared: " + e.getMessage(), e);
        }
    }

    private Comparison compare(Question question, List<String> tenants) {
        var http = IntStream.range(0, concurrency).mapToObj(_ -> http(question)).toList();
        var sql = IntStream.range(0, concurrency)
                .mapToObj(_ -> sql(question, question.sql()))
                .toList();
        try {
            var load = new Load(tenants, lap);
            warmUp(load, sql);
            warmUp(load, http);
            var httpLaps = new ArrayList<Load.Lap>();
            var sqlLaps = new ArrayList<Load.Lap>();
            for (var turn = 0; turn < LAPS; turn++) {
                sqlLaps.add(load.run(sql));
                httpLaps.add(load.run(http));
            }
            return Comparison.of(figures(httpLaps), figures(sqlLaps), plan(question, tenants.getFirst()));
        } finally {
            sql.forEach(SqlPeer::close);
        }
    }

    /** A JVM that has just started gets better for thousands of answers, however long those take on a machine that has more to do. */
    private static void warmUp(Load load, List<? extends Peer> peers) {
        var answers = 0L;
        for (var turn = 0; turn < MOST_WARM_UPS && answers < WARM; turn++) {
            answers += figures(List.of(load.run(peers))).answers();
        }
    }

    private static Figures figures(List<Load.Lap> laps) {
        return Figures.of(
                laps.stream().flatMap(one -> one.nanos().stream()),
                laps.stream().mapToDouble(Load.Lap::seconds).sum());
    }

    /** The SQL stands here a second time, so it must be seen to answer the same. */
    private void requireSameAnswer(Question question, String tenant) {
        var items = JsonMapper.shared()
                .readTree(http(question).get(question.path(tenant)))
                .path("items");
        try (var sql = sql(question, question.sql())) {
            var answered = StreamSupport.stream(items.spliterator(), false)
                    .map(item -> key(question, item))
                    .toList();
            var asked = sql.texts(tenant, question == Question.PAGE ? "id" : "protocol").stream()
                    .limit(50)
                    .toList();
            if (!answered.equals(asked)) {
                throw new Failure("The API and the SQL of the bench answer different things about the "
                        + question.title() + ": compare src/main/resources/bench with what inventory asks.");
            }
        }
    }

    private static String key(Question question, JsonNode item) {
        return item.path(question == Question.PAGE ? "id" : "protocol").asString();
    }

    private List<String> plan(Question question, String tenant) {
        try (var peer = sql(question, "explain (analyze, buffers, costs off) " + question.sql())) {
            return peer.texts(tenant, "QUERY PLAN");
        }
    }

    private HttpPeer http(Question question) {
        return new HttpPeer(suite.addresses().of(Service.INVENTORY), question, token);
    }

    private SqlPeer sql(Question question, String sql) {
        return new SqlPeer(suite.connect(Service.INVENTORY, "app"), sql);
    }
}
