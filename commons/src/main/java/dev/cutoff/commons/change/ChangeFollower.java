package dev.cutoff.commons.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Follows the feed of another service into tables of our own. Cursor and effect commit together; any number of replicas may
 * follow at once, because one whose cursor has been moved meanwhile throws its page away.
 */
public final class ChangeFollower {

    /** A page of the other service's feed; {@code next} null means that our cursor is gone (410). */
    public record Batch(List<JsonNode> items, @Nullable String next) {}

    /** The way to the other service. */
    @FunctionalInterface
    public interface Feed {

        Batch read(@Nullable String after, int limit);
    }

    /** What an event does to us; called in the transaction that moves the cursor, and again for an event seen before. */
    @FunctionalInterface
    public interface Effect {

        void apply(List<JsonNode> events);
    }

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final String name;
    private final Feed feed;
    private final Effect effect;

    /**
     * @param name of the cursor: one for each feed that this service follows
     */
    public ChangeFollower(Jdbi jdbi, String name, Feed feed, Effect effect) {
        this.jdbi = jdbi;
        this.name = name;
        this.feed = feed;
        this.effect = effect;
    }

    /** Follows to the end of the feed as it is now. */
    public void drain() {
        Callers.as(Caller.system("follow-" + name), () -> {
            while (step()) {
                // one page a turn
            }
            return null;
        });
    }

    /** @return whether there may be more */
    private boolean step() {
        var cursor = QuarkusTransaction.requiringNew().call(this::cursor);
        var batch = feed.read(cursor, BATCH);
        if (batch.next() == null) {
            // Deletions that we never saw are no longer told. Starting over brings every resource again, newest version
            // wins.
            return QuarkusTransaction.requiringNew().call(() -> moved(cursor, null));
        }
        if (batch.items().isEmpty()) {
            return false;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (moved(cursor, batch.next())) {
                effect.apply(batch.items());
            }
            return true;
        });
    }

    private @Nullable String cursor() {
        return jdbi.withHandle(handle -> handle.createQuery("select cursor from followed_feed where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** Moves the cursor if nobody else has, holding its row until the effect commits. */
    private boolean moved(@Nullable String from, @Nullable String to) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into followed_feed (name) values (:name) on conflict do nothing")
                    .bind("name", name)
                    .execute();
            var current = handle.createQuery("select cursor from followed_feed where name = :name for update")
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            if (!Objects.equals(current, from)) {
                return false;
            }
            handle.createUpdate("update followed_feed set cursor = :to where name = :name")
                    .bind("name", name)
                    .bind("to", to)
                    .execute();
            return true;
        });
    }
}
