package dev.cutoff.notification.notice;

import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class InterventionStore {

    /** What is to be known of a notice before somebody interferes. */
    record Row(UUID id, long version, String person, List<UUID> tenants, Status state, boolean resendAsked) {}

    private final Jdbi jdbi;

    InterventionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locked until the end of the transaction. */
    Row lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, version, person, tenants, state, resend_asked from notice where id = :id for update")
                .bind("id", id)
                .mapTo(Row.class)
                .one());
    }

    void hurry(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update notice set next_attempt_at = now(), version = version + 1 where id = :id")
                .bind("id", id)
                .execute());
    }

    void move(UUID id, Status state, boolean resendAsked) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update notice
                set state = case when :state = 'retry' and mime is null then 'planned' else :state end,
                    resend_asked = :resendAsked, next_attempt_at = now(), waits_for = null, version = version + 1
                where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("resendAsked", resendAsked)
                .execute());
    }
}
