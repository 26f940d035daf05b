package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.database.RecordMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class CalendarEventStore {

    private final Jdbi jdbi;

    CalendarEventStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By uid, which names its tenant. */
    Map<String, CalendarEvent> ofTenants(Collection<UUID> tenants) {
        var events = new HashMap<String, CalendarEvent>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select tenant_id, uid, sequence, starts, ends, changed_at from calendar_event where tenant_id = any(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(CalendarEvent.class)
                .forEach(event -> events.put(event.uid(), event)));
        return events;
    }

    /** Two who look at once agree: the second finds the date moved already. */
    void move(List<Happening> happenings, Instant now) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into calendar_event (tenant_id, uid, sequence, starts, ends, changed_at)
                    values (:tenantId, :uid, 0, :starts, :ends, :changedAt)
                    on conflict (tenant_id, uid) do update
                    set (sequence, starts, ends, changed_at)
                      = (calendar_event.sequence + 1, excluded.starts, excluded.ends, excluded.changed_at)
                    where (calendar_event.starts, calendar_event.ends) is distinct from (excluded.starts, excluded.ends)""");
            happenings.forEach(happening ->
                    RecordMapper.bind(batch, happening).bind("changedAt", now).add());
            batch.execute();
        });
    }
}
