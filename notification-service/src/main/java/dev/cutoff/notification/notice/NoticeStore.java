package dev.cutoff.notification.notice;

import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class NoticeStore {

    /**
     * What a list is narrowed to; null where it is not.
     *
     * @param from first day
     * @param to last day
     */
    record Filter(
            @Nullable Status status,
            @Nullable String recipient,
            @Nullable UUID tenant,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Versioned(UUID id, long version) {}

    private final Jdbi jdbi;

    NoticeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<NoticeRow> list(TenantScope scope, Filter filter, Paging paging) {
        return ListQuery.of(NoticeRow.class, NoticeRow.COLUMNS, "notice")
                .overlapping(scope, "tenants")
                .where("state = :status", "status", filter.status())
                .where("person = :recipient", "recipient", filter.recipient())
                .where("tenants @> array[cast(:tenant as uuid)]", "tenant", filter.tenant())
                .where("day >= :from", "from", filter.from())
                .where("day <= :to", "to", filter.to())
                .sortable("day", "day", "date")
                .sortable("recipient", "person", "text")
                .key("day", "date")
                .key("id", "uuid")
                .page(jdbi, paging);
    }

    List<NoticeRow> find(Collection<UUID> ids, TenantScope scope) {
        var filter = scope.all() ? "" : " and tenants && :scope";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + NoticeRow.COLUMNS + " from notice where id = any(:ids)" + filter)
                    .bind("ids", ids.toArray(UUID[]::new));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.mapTo(NoticeRow.class).list();
        });
    }

    Map<UUID, Long> versions(Collection<UUID> ids) {
        var versions = new HashMap<UUID, Long>();
        jdbi.useHandle(handle -> handle.createQuery("select id, version from notice where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(Versioned.class)
                .forEach(row -> versions.put(row.id(), row.version())));
        return versions;
    }

    Optional<byte[]> mime(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select mime from notice where id = :id and mime is not null")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne());
    }
}
