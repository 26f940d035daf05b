package dev.cutoff.local.bench;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.sink.Sink;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Planning and sending of notices over real services. What leaves is held against a bare loop that sends the same mails with the same
 * library and forgets them.
 */
public final class NotifyBench {

    /** Two weeks before the first tenants may be switched off: everybody is due the same rung. */
    private static final Instant DAY = Instant.parse("2022-09-16T13:00:00Z");

    private static final int CLIENTS_A_TENANT = 1_000;
    private static final int TENANTS_AT_ONCE = 500;
    private static final int ROUNDS = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Suite suite;
    private final Sink sink;
    private final int connections;
    private final Consumer<String> teller;
    private final Http administrator;
    private final Clocks clocks;
    private Instant now = DAY;

    /**
     * @param suite with all services on databases that hold nothing, whose mails go to the sink over so many connections
     * @param teller is told how far it is
     */
    public NotifyBench(Suite suite, Sink sink, int connections, Consumer<String> teller) {
        this.suite = suite;
        this.sink = sink;
        this.connections = connections;
        this.teller = teller;
        this.administrator = Http.with(new Tokens(suite).token("admin", "*", "bench"));
        this.clocks = new Clocks(suite);
    }

    /** @param clients that are planned first, of fifty people in each tenant of a thousand; twice as many come after */
    public NotifyReport run(int clients) {
        clocks.set(now);
        teller.accept("warming up");
        plan(1, Math.max(1, clients / 10 / CLIENTS_A_TENANT));
        var tenants = Math.max(1, clients / CLIENTS_A_TENANT);
        teller.accept("planning %,d clients".formatted(tenants * CLIENTS_A_TENANT));
        var once = plan(2, tenants);
        teller.accept("planning %,d more".formatted(2 * tenants * CLIENTS_A_TENANT));
        var twice = plan(3, 2 * tenants);
        try (var owner = suite.connect(Service.NOTIFICATION, "owner")) {
            var sending = new NotifySending(suite, sink, owner, administrator);
            teller.accept("writing and sending");
            var written = sending.release(tenantsOf(2));
            var mails = sending.mails();
            var file = suite.folder().folder().resolve("mails");
            MailFile.write(owner, file);
            var ledger = new ArrayList<Long>();
            var bare = new ArrayList<Long>();
            for (var round = 0; round < ROUNDS; round++) {
                teller.accept("sending as they are, in turn with a bare loop");
                bare.add(MailLoop.run(file, sink.address(), connections));
                ledger.add(sending.again());
            }
            return NotifyReport.of(tenants * CLIENTS_A_TENANT, once, twice, mails, connections, written, ledger, bare);
        } catch (SQLException e) {
            throw new Failure("The bench cannot reach its database: " + e.getMessage(), e);
        }
    }

    /** @return nanoseconds from the moment when clients are there to that when all is planned */
    private long plan(int seed, int tenants) {
        load(seed, tenants);
        now = now.plus(Duration.ofMinutes(1));
        put(Service.INVENTORY);
        put(Service.TIMELINE);
        var began = System.nanoTime();
        put(Service.NOTIFICATION);
        return System.nanoTime() - began;
    }

    private void put(Service service) {
        Http.anonymous().put(suite.addresses().of(service).resolve("/local/clock"), "{\"now\": \"" + now + "\"}");
    }

    /** By PostgreSQL, and then told of: made-up data are in no change feed. */
    private void load(int seed, int tenants) {
        var clients = tenants * CLIENTS_A_TENANT;
        try (var owner = suite.connect(Service.INVENTORY, "owner")) {
            new SampleData(seed, tenants, clients, clients).load(owner, (_, _) -> {});
        } catch (SQLException e) {
            throw new Failure("The bench cannot be prepared: " + e.getMessage(), e);
        }
        var ids = tenantsOf(seed);
        for (var from = 0; from < ids.size(); from += TENANTS_AT_ONCE) {
            var items = ids.subList(from, Math.min(ids.size(), from + TENANTS_AT_ONCE)).stream()
                    .map(id -> Map.of("id", id, "name", "Sample " + id))
                    .toList();
            var answer = administrator.ask(
                    suite.addresses().of(Service.INVENTORY).resolve("/v1/tenants:upsert"),
                    JSON.writeValueAsString(Map.of("items", items)));
            if (answer.isRefusal()) {
                throw new Failure("The tenants could not be told of: " + answer.reason());
            }
        }
    }

    private List<String> tenantsOf(int seed) {
        try (var owner = suite.connect(Service.INVENTORY, "owner")) {
            return SampleData.tenants(owner, seed);
        } catch (SQLException e) {
            throw new Failure("The bench cannot reach its database: " + e.getMessage(), e);
        }
    }
}
