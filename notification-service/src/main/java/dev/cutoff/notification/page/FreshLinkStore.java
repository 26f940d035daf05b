package dev.cutoff.notification.page;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** When somebody was last mailed a new link. */
@Singleton
class FreshLinkStore {

    private final Jdbi jdbi;

    FreshLinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return false if it was less than the pause ago */
    boolean take(String person, Duration pause) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into fresh_link (person) values (:person)
                                on conflict (person) do update set mailed_at = now()
                                where fresh_link.mailed_at < now() - make_interval(secs => :pause)""")
                        .bind("person", person)
                        .bind("pause", (double) pause.toSeconds())
                        .execute()
                == 1);
    }

    /** It has not left: it may be asked for again. */
    void giveBack(String person) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from fresh_link where person = :person")
                .bind("person", person)
                .execute());
    }
}
