package dev.cutoff.notification.testmail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class TestMailStore {

    private final Jdbi jdbi;

    TestMailStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One request of a caller at a time, so that many at once are not let through together. */
    void lock(String caller) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select pg_advisory_xact_lock(hashtext('test-mail'), hashtext(:caller))::text")
                .bind("caller", caller)
                .mapTo(String.class)
                .one());
    }

    /** How many seconds ago each of the caller's test mails was, within this time; the oldest first. */
    List<Double> ages(String caller, Duration within) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select extract(epoch from now() - sent_at)::float8 from test_mail
                        where caller = :caller and sent_at > now() - make_interval(secs => :within) order by sent_at""")
                .bind("caller", caller)
                .bind("within", within.toSeconds())
                .mapTo(Double.class)
                .list());
    }

    void add(UUID id, String caller, String recipient, String transport) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into test_mail (id, caller, recipient, transport) values (:id, :caller, :recipient, :transport)""")
                .bind("id", id)
                .bind("caller", caller)
                .bind("recipient", recipient)
                .bind("transport", transport)
                .execute());
    }

    int forget(Duration after) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "delete from test_mail where sent_at < now() - make_interval(secs => :after)")
                .bind("after", after.toSeconds())
                .execute());
    }
}
