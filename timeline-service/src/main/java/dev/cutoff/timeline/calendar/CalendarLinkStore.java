package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class CalendarLinkStore {

    private static final String COLUMNS =
            "id, version, name, tenants, programmes, protocols, created_at, created_by, expires_at, revoked_at, revoked_by";

    private final Jdbi jdbi;

    CalendarLinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who sees all of its tenants sees a link: it shows them all. */
    Optional<CalendarLink> find(TenantScope scope, UUID id) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select %s from calendar_link where id = :id and %s"
                            .formatted(COLUMNS, scope.all() ? "true" : "tenants <@ :scope"))
                    .bind("id", id);
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(CalendarLink.class)
                    .findOne();
        });
    }

    Page<CalendarLink> list(TenantScope scope, Paging paging) {
        var query = ListQuery.of(CalendarLink.class, COLUMNS, "calendar_link")
                .sortable("createdAt", "created_at", "timestamptz")
                .sortable("name", "name", "text")
                .key("id", "uuid");
        if (!scope.all()) {
            // In place of within(): a link spans tenants, and one of which a part is seen is not shown.
            query.where("tenants <@ :scope", "scope", scope.array());
        }
        return query.page(jdbi, paging);
    }

    void insert(CalendarLink link) {
        jdbi.useHandle(handle -> RecordMapper.bind(
                        handle.createUpdate("insert into calendar_link (" + COLUMNS
                                + ") values (:id, :version, :name, :tenants, :programmes, :protocols, :createdAt, :createdBy, :expiresAt, :revokedAt,"
                                + " :revokedBy)"),
                        link)
                .execute());
    }

    void revoke(CalendarLink link) {
        jdbi.useHandle(handle -> RecordMapper.bind(
                        handle.createUpdate(
                                "update calendar_link set version = :version, revoked_at = :revokedAt, revoked_by = :revokedBy where id = :id"),
                        link)
                .execute());
    }

    /** The key of all replicas; the first that needs one brings it. */
    String secret(String fresh) {
        return jdbi.withHandle(handle -> {
            var known = handle.createQuery("select secret from calendar_link_key")
                    .mapTo(String.class)
                    .findOne();
            if (known.isPresent()) {
                return known.get();
            }
            handle.createUpdate("insert into calendar_link_key (secret) values (:secret) on conflict do nothing")
                    .bind("secret", fresh)
                    .execute();
            return handle.createQuery("select secret from calendar_link_key")
                    .mapTo(String.class)
                    .one();
        });
    }
}
