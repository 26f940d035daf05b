package dev.cutoff.notification.link;

import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class LinkStore {

    private static final String COLUMNS = "id, notice_id, person, locale, tenants, created_at, expires_at, revoked_at";

    private final Jdbi jdbi;

    LinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Link link) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into link (id, notice_id, person, locale, tenants, created_at, expires_at)
                values (:id, :notice, :person, :locale, :tenants, :createdAt, :expiresAt)""")
                .bind("id", link.id())
                .bind("notice", link.noticeId())
                .bind("person", link.person())
                .bind("locale", link.locale())
                .bind("tenants", link.tenants().toArray(UUID[]::new))
                .bind("createdAt", link.createdAt())
                .bind("expiresAt", link.expiresAt())
                .execute());
    }

    Optional<Link> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from link where id = :id")
                .bind("id", id)
                .mapTo(Link.class)
                .findOne());
    }

    /**
     * Only those of which the scope sees all tenants; those that are over already stay as they are.
     *
     * @param person null for whoever it is
     * @param notice null for whichever it came with
     */
    List<Link> revoke(TenantScope scope, @Nullable String person, @Nullable UUID notice, Instant now, String by) {
        var within = scope.all() ? "" : " and tenants <@ :scope";
        return jdbi.withHandle(handle -> {
            var update = handle.createQuery("""
                            update link set revoked_at = :now, revoked_by = :by
                            where revoked_at is null and expires_at > :now
                              and (cast(:person as text) is null or person = :person)
                              and (cast(:notice as uuid) is null or notice_id = :notice) %s
                            returning %s""".formatted(within, COLUMNS))
                    .bind("now", now)
                    .bind("by", by)
                    .bindByType("person", person, String.class)
                    .bindByType("notice", notice, UUID.class);
            if (!scope.all()) {
                update.bind("scope", scope.array());
            }
            return update.mapTo(Link.class).list();
        });
    }

    /** Forgets what has been over for long. */
    void forget(Duration after) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from link where expires_at < now() - make_interval(secs => :after)")
                .bind("after", (double) after.toSeconds())
                .execute());
    }
}
