package dev.cutoff.local.bench;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.process.Ending;
import dev.cutoff.local.sink.Sink;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The service's side of the bench: what is released leaves, and what has left leaves once more as it is. */
final class NotifySending {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Suite suite;
    private final Sink sink;
    private final Connection owner;
    private final Http administrator;
    private int mails;

    /** @param owner of the tables of notification */
    NotifySending(Suite suite, Sink sink, Connection owner, Http administrator) {
        this.suite = suite;
        this.sink = sink;
        this.owner = owner;
        this.administrator = administrator;
    }

    /** How many have left each time. */
    int mails() {
        return mails;
    }

    /** @return nanoseconds from the first mail to the moment when the last is on record, all of them written in between */
    long release(List<String> tenants) {
        tenants.forEach(tenant -> put("/v1/dispatch/" + tenant));
        mails = count(
                "select count(distinct person) from reminder where state in ('planned', 'held') and tenant_id in ('"
                        + String.join("','", tenants) + "')");
        var before = sink.count();
        var released = Thread.ofVirtual().start(() -> put("/v1/dispatch"));
        var nanos = untilSent(before);
        join(released);
        return nanos;
    }

    /** @return the same for all that were sent, asked for again: nothing is written anew */
    long again() {
        var before = sink.count();
        execute("""
                update notice set state = 'retry', resend_asked = true, next_attempt_at = now(), version = version + 1
                where state = 'sent'""");
        return untilSent(before);
    }

    private long untilSent(int before) {
        if (!Ending.await(() -> sink.count() > before, PATIENCE)) {
            throw new Failure("Nothing was sent.", suite.log(Service.NOTIFICATION.toString()));
        }
        var began = System.nanoTime();
        if (!Ending.await(() -> sink.count() >= before + mails, PATIENCE)
                || !Ending.await(() -> count("select count(*) from notice where state = 'sent'") >= mails, PATIENCE)) {
            throw new Failure("Not all was sent.", suite.log(Service.NOTIFICATION.toString()));
        }
        return System.nanoTime() - began;
    }

    private void put(String path) {
        administrator.put(suite.addresses().of(Service.NOTIFICATION).resolve(path), "{\"state\": \"released\"}");
    }

    private int count(String query) {
        try (var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void execute(String change) {
        try (var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            statement.execute(change);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static Failure unreadable(SQLException e) {
        return new Failure("The bench cannot reach its database: " + e.getMessage(), e);
    }
}
