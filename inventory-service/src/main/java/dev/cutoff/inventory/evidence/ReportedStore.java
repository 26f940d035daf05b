package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.vocabulary.AppNames;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Brings the staged figures of a report before those who know the accounts. */
@Singleton
class ReportedStore {

    private final Jdbi jdbi;
    private final AppNames apps;

    ReportedStore(Jdbi jdbi, AppNames apps) {
        this.jdbi = jdbi;
        this.apps = apps;
    }

    /** @return how many figures there are */
    int read(Job job, String source) {
        return jdbi.withHandle(handle -> {
            var figures = handle.createUpdate("""
                    insert into reported (n, app, account, protocol, auth_method, source, as_of, detail, count, last_activity,
                                          product_key)
                    select n, (i->>'app')::uuid, i->>'account', i->>'protocol', i->>'authMethod', :source, :asOf, i->>'detail',
                           (i->>'count')::bigint, (i->>'lastActivity')::date, 'app:' || (i->>'app')
                    from (select n, item::jsonb as i from %s where reason is null) staged""".formatted(Staging.rows(job.id())))
                    .bind("source", source)
                    .bind("asOf", job.asOf())
                    .execute();
            var unnamed = handle.createQuery("select distinct app from reported where app is not null")
                    .mapTo(UUID.class)
                    .list();
            var batch = handle.prepareBatch("update reported set product = :name where app = :app");
            unnamed.stream()
                    .filter(app -> apps.of(app) != null)
                    .forEach(app -> batch.bind("app", app)
                            .bind("name", Objects.requireNonNull(apps.of(app)))
                            .add());
            if (batch.size() > 0) {
                batch.execute();
            }
            return figures;
        });
    }
}
