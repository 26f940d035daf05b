package dev.cutoff.notification.forecast;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ForecastStore {

    /**
     * Notices that wait for the same reasons.
     *
     * @param rest hours until the end of a pause; null if only a person ends it
     * @param held whether nothing of it leaves as it stands
     */
    record Group(
            List<UUID> tenants,
            LocalDate nearest,
            int severity,
            LocalDate day,
            ZoneId zone,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            @Nullable Integer rest,
            boolean held,
            int count) {}

    private static final int HOURS_OF_DAY = 24;

    private final Jdbi jdbi;

    ForecastStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of all tenants: whoever waits before a tenant's people keeps them waiting. */
    List<Group> waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select tenants, nearest, array_position('{high,normal,low}', severity) as severity, day, zone, quiet_from, quiet_to,
                               case when next_attempt_at < now() + interval '1 year'
                                    then ceil(greatest(extract(epoch from next_attempt_at - now()), 0) / 3600)::integer end as rest,
                               state = 'held' or exists (
                                   select from dispatch d
                                   where d.state = 'paused'
                                     and d.tenant_id = any(n.tenants || '00000000-0000-0000-0000-000000000000'::uuid)) as held,
                               count(*)::integer as count
                        from notice n
                        where state in ('planned', 'held', 'retry', 'uncertain')
                        group by 1, 2, 3, 4, 5, 6, 7, 8, 9""").mapTo(Group.class).list());
    }

    /** How many left in each of the last 24 hours on a transport, the oldest first. */
    List<Integer> lastDay(String transport) {
        var counts = new Integer[HOURS_OF_DAY];
        Arrays.fill(counts, 0);
        jdbi.useHandle(handle -> handle.createQuery("""
                        select least(23, floor(extract(epoch from now() - started_at) / 3600))::integer as ago, count(*)::integer as count
                        from delivery
                        where transport = :transport and started_at > now() - interval '24 hours' and phase not in ('claimed', 'connect')
                        group by 1""")
                .bind("transport", transport)
                .mapTo(Hour.class)
                .forEach(hour -> counts[HOURS_OF_DAY - 1 - hour.ago()] = hour.count()));
        return Stream.of(counts).toList();
    }

    private record Hour(int ago, int count) {}
}
