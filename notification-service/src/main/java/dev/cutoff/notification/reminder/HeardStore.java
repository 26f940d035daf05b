package dev.cutoff.notification.reminder;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who was told before whom. */
@Singleton
class HeardStore {

    private final Jdbi jdbi;

    HeardStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of the clients that came to the person from somebody else; of another's nothing is read. */
    List<Heard> before(String person, UUID tenant, Collection<UUID> clients) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with told as (
                            select r.client_id, r.person, r.role, min(n.day) as day
                            from reminder r join notice n on n.id = r.notice_id
                            where r.tenant_id = :tenant and r.client_id = any(:clients) and r.state = 'sent'
                              and r.topic = 'deadline' and r.anchor = 'cutoff'
                            group by r.client_id, r.person, r.role),
                        turn as (
                            select client_id, min(day) as day from told
                            where person = :person and role in ('deputy', 'manager', 'tenant-contact') group by client_id)
                        select client_id, told.person, min(told.day) as day
                        from told join turn using (client_id)
                        where told.person <> :person and told.day <= turn.day
                        group by client_id, told.person order by day, person""")
                .bind("tenant", tenant)
                .bind("clients", clients.toArray(UUID[]::new))
                .bind("person", person)
                .mapTo(Heard.class)
                .list());
    }
}
