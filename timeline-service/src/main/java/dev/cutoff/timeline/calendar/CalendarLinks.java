package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Links by which calendar programmes subscribe. They live in real time, whatever day it is in a simulated world. */
@Singleton
class CalendarLinks {

    /** @param key to be put into the address; told once */
    record Made(CalendarLink link, String key) {}

    private static final String KIND = "calendar-link";
    private static final ProblemType ALREADY_REVOKED =
            new ProblemType("already-revoked", 409, "It has been taken back");

    private final CalendarLinkStore store;
    private final LinkKeys keys;
    private final Calendars calendars;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Callers callers;
    private final Duration lifetime;

    CalendarLinks(
            CalendarLinkStore store,
            LinkKeys keys,
            Calendars calendars,
            Tenants tenants,
            AuditTrail audit,
            Callers callers,
            @ConfigProperty(name = "cutoff.calendar.link-lifetime") Duration lifetime) {
        this.store = store;
        this.keys = keys;
        this.calendars = calendars;
        this.tenants = tenants;
        this.audit = audit;
        this.callers = callers;
        this.lifetime = lifetime;
    }

    /** @throws Refusal 400, or 404 if the caller may not see one of the tenants */
    Made make(NewCalendarLink wanted) {
        calendars.validate(wanted.choice());
        wanted.tenants().forEach(tenants::require);
        var now = now();
        var link = new CalendarLink(
                UUID.randomUUID(),
                1,
                wanted.name(),
                wanted.tenants().stream().distinct().toList(),
                wanted.programmes(),
                wanted.protocols(),
                now,
                callers.current().name(),
                now.plus(lifetime),
                null,
                null);
        return QuarkusTransaction.joiningExisting().call(() -> {
            store.insert(link);
            audit.record(entries("created", null, link, null));
            return new Made(link, keys.sign(link.id(), link.expiresAt()));
        });
    }

    Page<CalendarLink> list(Paging paging) {
        return store.list(callers.scope(), paging);
    }

    /** @throws Refusal 404 if there is none, or the caller may not see all of its tenants */
    @Transactional
    CalendarLink get(UUID id) {
        return find(id);
    }

    private CalendarLink find(UUID id) {
        return store.find(callers.scope(), id).orElseThrow(() -> Refusal.notFound("Calendar link", id));
    }

    /** @throws Refusal 404, 428, 412, or 409 if that has happened before */
    @Transactional
    CalendarLink revoke(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        var before = find(id);
        Versioned.require(ifMatch, before.version());
        if (before.revokedAt() != null) {
            throw new Refusal(ALREADY_REVOKED, "It was revoked at " + before.revokedAt());
        }
        var after = before.revoked(now(), callers.current().name());
        store.revoke(after);
        audit.record(entries("revoked", before, after, reason));
        return after;
    }

    /**
     * The calendar behind a link, for whoever has its key: with the sight of its tenants and of nothing else.
     *
     * @throws Refusal 404 for everything that does not open it
     */
    String open(UUID id, String key) {
        var link = asSystem(() -> {
            keys.require(id, key);
            return find(id);
        });
        if (link.revokedAt() != null || !link.expiresAt().isAfter(now())) {
            throw Refusal.notFound("Calendar link", id);
        }
        var holder = new Caller("calendar-link:" + id, TenantScope.of(link.tenants()));
        return Callers.as(
                holder,
                () -> calendars.of(link.name(), tenants.onFile(link.tenants()).values(), link.choice()));
    }

    private static <T> T asSystem(Supplier<T> work) {
        return Callers.as(
                Caller.system("calendar-links"),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static List<AuditTrail.Entry> entries(
            String action, @Nullable CalendarLink before, CalendarLink after, @Nullable String reason) {
        return after.tenants().stream()
                .sorted(Comparator.naturalOrder())
                .map(tenant ->
                        new AuditTrail.Entry(tenant, action, KIND, after.id().toString(), before, after, reason))
                .toList();
    }

    private static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
