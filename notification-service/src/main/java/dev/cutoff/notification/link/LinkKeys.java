package dev.cutoff.notification.link;

import dev.cutoff.commons.security.LinkToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys by which links are signed, in the database: every replica takes the same. The newest signs for a while; then the first that needs
 * one brings another, and the old ones stay as long as anything that they have signed may be shown to us. Delete a row, and every link of that
 * key opens nothing. Keys are read in the transaction that is open, and written in one of their own.
 */
@Singleton
class LinkKeys {

    /** @param verifiesUntil how long what it has signed may still be good */
    record Key(String id, String secret, Instant verifiesUntil) {}

    /** Of what is over the page says so, and how to get a new one, for as long. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    private final Jdbi jdbi;
    private final Duration lifetime;

    LinkKeys(Jdbi jdbi, LinkConfig config) {
        this.jdbi = jdbi;
        this.lifetime = config.keyLifetime();
    }

    /** @param until how long what it signs is good */
    Key signing(Instant until) {
        return newest().filter(key -> !key.verifiesUntil().isBefore(until))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> extended(until)));
    }

    /** In a transaction of its own: whoever needs the key would else wait for the mails that the first of them is writing. */
    private Key extended(Instant until) {
        var key = newest().orElseGet(this::next);
        jdbi.useHandle(handle -> handle.createUpdate("""
                update link_key set verifies_until = cast(:until as timestamptz) + interval '30 days' where id = :id and verifies_until < cast(:until as timestamptz)""")
                .bind("id", key.id())
                .bind("until", until)
                .execute());
        return key;
    }

    Optional<Key> find(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id, secret, verifies_until from link_key where id = :id")
                        .bind("id", id)
                        .mapTo(Key.class)
                        .findOne());
    }

    private Optional<Key> newest() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, secret, verifies_until from link_key where created_at > now() - make_interval(secs => :lifetime)
                        order by created_at desc, id limit 1""")
                .bind("lifetime", lifetime.toMillis() / 1000.0)
                .mapTo(Key.class)
                .findOne());
    }

    /** One brings it, the others wait and take the same. */
    private Key next() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('link_key'))"));
        return newest().orElseGet(() -> jdbi.withHandle(handle -> {
            handle.createUpdate(
                            "delete from link_key where verifies_until < now() - make_interval(secs => :remembered)")
                    .bind("remembered", (double) REMEMBERED.toSeconds())
                    .execute();
            return handle.createQuery(
                            "insert into link_key (id, secret) values (:id, :secret) returning id, secret, verifies_until")
                    .bind("id", UUID.randomUUID().toString().substring(0, 8))
                    .bind("secret", LinkToken.freshSecret())
                    .mapTo(Key.class)
                    .one();
        }));
    }
}
