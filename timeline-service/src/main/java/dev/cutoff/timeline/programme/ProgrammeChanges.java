package dev.cutoff.timeline.programme;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.rule.Programme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator does to programmes: starts one, or says that it is still what the vendor says. */
@Singleton
class ProgrammeChanges {

    private static final String KIND = "programme";
    private static final ProblemType PROGRAMME_EXISTS =
            new ProblemType("programme-exists", 409, "The programme is there already");

    private final ProgrammeStore store;
    private final AuditTrail audit;
    private final Past past;
    private final Callers callers;

    ProgrammeChanges(ProgrammeStore store, AuditTrail audit, Past past, Callers callers) {
        this.store = store;
        this.audit = audit;
        this.past = past;
        this.callers = callers;
    }

    /** @throws Refusal 403 unless the caller sees all tenants, 400, or 409 if it is there */
    void create(NewProgramme told) {
        Announcements.requireAll(callers);
        var programme = new Programme(told.id(), told.title(), day(told.checkedOn()), List.of());
        QuarkusTransaction.joiningExisting().run(() -> {
            store.lock();
            if (store.read().programme(told.id()).isPresent()) {
                throw new Refusal(
                        PROGRAMME_EXISTS, "Post to /v1/programmes/%s/revisions what is new of it".formatted(told.id()));
            }
            save("created", null, programme);
        });
    }

    /** @throws Refusal 403 unless the caller sees all tenants, 400, or 404 */
    void check(String id, @Nullable LocalDate checkedOn) {
        Announcements.requireAll(callers);
        var day = day(checkedOn);
        QuarkusTransaction.joiningExisting().run(() -> {
            store.lock();
            var before = store.read().programme(id).orElseThrow(() -> Refusal.notFound("Programme", id));
            if (before.checkedOn().isBefore(day)) {
                save("checked", before, new Programme(id, before.title(), day, List.of()));
            }
        });
    }

    private void save(String action, @Nullable Programme before, Programme after) {
        store.save(after);
        store.raiseVersion();
        audit.record(List.of(new AuditTrail.Entry(
                ChangeLog.NO_TENANT,
                action,
                KIND,
                after.id(),
                before == null ? null : before.checkedOn(),
                after.checkedOn(),
                null)));
    }

    private LocalDate day(@Nullable LocalDate told) {
        if (told != null) {
            past.require(told.atStartOfDay(ZoneOffset.UTC).toInstant(), "/checkedOn");
        }
        return told == null ? LocalDate.ofInstant(past.now(), ZoneOffset.UTC) : told;
    }
}
