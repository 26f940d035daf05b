package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

@Singleton
class ArrivalStore {

    private final Jdbi jdbi;

    ArrivalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Handed> find(UUID id, TenantScope scope) {
        return find("id = :key", id, scope);
    }

    Optional<Handed> find(String messageId, TenantScope scope) {
        return find("message_id = :key", messageId, scope);
    }

    private Optional<Handed> find(String condition, Object key, TenantScope scope) {
        var filter = scope.all() ? "" : " and tenants && :scope";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select id, person, tenants, state, attempts from notice where " + condition
                            + filter + " order by day desc limit 1")
                    .bind("key", key);
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.mapTo(Handed.class).findOne();
        });
    }

    Set<UUID> tenantsOf(String person, TenantScope scope) {
        var tenants = jdbi.withHandle(
                handle -> handle.createQuery("select distinct unnest(tenants) from notice where person = :person")
                        .bind("person", person)
                        .mapTo(UUID.class)
                        .set());
        return tenants.stream().filter(scope::sees).collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether it was in one of these states */
    boolean move(UUID id, List<Status> from, Status to, Duration pause) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice
                                set state = :to, version = version + 1, next_attempt_at = now() + make_interval(secs => :pause)
                                where id = :id and state = any(:from)""")
                        .bind("id", id)
                        .bindArray("from", Status.class, from)
                        .bind("to", to)
                        .bind("pause", pause.toMillis() / 1000.0)
                        .execute()
                == 1);
    }

    void arrived(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update notice set sent_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute());
    }
}
