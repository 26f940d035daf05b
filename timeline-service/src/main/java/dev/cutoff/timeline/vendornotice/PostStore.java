package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class PostStore {

    private static final String COLUMNS =
            "id, version, tenant_id, message, fingerprint, title, text, published_at, state, programme, protocols, kind, day, why, notice_id,"
                    + " recorded_at, recorded_by, decided_at, decided_by";

    private final Jdbi jdbi;

    PostStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<RecordedPost> find(UUID tenant, String message, String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from post where tenant_id = :tenant and message = :message and fingerprint = :fingerprint")
                .bind("tenant", tenant)
                .bind("message", message)
                .bind("fingerprint", fingerprint)
                .mapTo(RecordedPost.class)
                .findOne());
    }

    Optional<RecordedPost> find(TenantScope scope, UUID id) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select %s from post where id = :id and %s"
                            .formatted(COLUMNS, scope.all() ? "true" : "tenant_id = any(:scope)"))
                    .bind("id", id);
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(RecordedPost.class)
                    .findOne();
        });
    }

    Page<RecordedPost> list(
            TenantScope scope,
            @Nullable String programme,
            @Nullable PostState state,
            @Nullable String message,
            Paging paging) {
        return ListQuery.of(RecordedPost.class, COLUMNS, "post")
                .within(scope, "tenant_id")
                .where("programme = :programme", "programme", programme)
                .where("state = :state", "state", state)
                .where("message = :message", "message", message)
                .sortable("publishedAt", "published_at", "timestamptz")
                .sortable("recordedAt", "recorded_at", "timestamptz")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .page(jdbi, paging);
    }

    void save(List<RecordedPost> posts) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into post (id, version, tenant_id, message, fingerprint, title, text, published_at, state, programme, protocols,
                                      kind, day, why, notice_id, recorded_at, recorded_by, decided_at, decided_by)
                    values (:id, :version, :tenantId, :message, :fingerprint, :title, :text, :publishedAt, :state, :programme, :protocols,
                            :kind, :day, :why, :noticeId, :recordedAt, :recordedBy, :decidedAt, :decidedBy)
                    on conflict (tenant_id, id) do update
                    set (version, state, programme, protocols, kind, day, why, notice_id, decided_at, decided_by)
                      = (excluded.version, excluded.state, excluded.programme, excluded.protocols, excluded.kind, excluded.day,
                         excluded.why, excluded.notice_id, excluded.decided_at, excluded.decided_by)""");
            posts.forEach(post -> RecordMapper.bind(batch, post).add());
            batch.execute();
        });
    }
}
