package dev.cutoff.notification.notice;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.dispatch.Dispatches;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What people do about single notices; each is in the audit trail of every tenant that the notice is about. */
@Singleton
class Interventions {

    private static final ProblemType NOT_POSSIBLE =
            new ProblemType("notice-status", 409, "The notice has come to a point at which this cannot be done");
    private static final ProblemType UNREACHABLE =
            new ProblemType("recipient-unreachable", 409, "Mail does not reach the recipient");
    private static final ProblemType MAIL_HELD = new ProblemType("mail-held", 409, "Mail about a tenant may not leave");

    private final Notices notices;
    private final InterventionStore store;
    private final NoticeFeed feed;
    private final Reminders reminders;
    private final Dispatches dispatches;
    private final Reach reach;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    Interventions(
            Notices notices,
            InterventionStore store,
            NoticeFeed feed,
            Reminders reminders,
            Dispatches dispatches,
            Reach reach,
            AuditTrail audit,
            Callers callers,
            Clock clock) {
        this.notices = notices;
        this.store = store;
        this.feed = feed;
        this.reminders = reminders;
        this.dispatches = dispatches;
        this.reach = reach;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Has a notice sent again, or sooner.
     *
     * @param ifMatch the {@code If-Match} header; checked if it is sent
     * @throws Refusal 404 if there is none or the caller sees none of its tenants, 403 if not all of them, 412 if the version is another, 409 if
     *     it has come to a point at which that is not possible, is held back, or does not reach the person
     */
    @Transactional
    Notice resend(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        return intervene(id, ifMatch, reason, "resent", Intervention::resend);
    }

    /**
     * Has a notice not sent.
     *
     * @throws Refusal as above
     */
    @Transactional
    Notice cancel(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        return intervene(id, ifMatch, reason, "cancelled", Intervention::cancel);
    }

    private Notice intervene(
            UUID id,
            @Nullable String ifMatch,
            @Nullable String reason,
            String action,
            BiFunction<Status, Boolean, Intervention> decide) {
        var seen = notices.get(id);
        // Whoever gathers holds the person first and the notice after, and so must everybody.
        reminders.askToGather(Set.of(seen.recipient()));
        var notice = store.lock(id);
        if (!notice.tenants().stream().allMatch(callers.scope()::sees)) {
            callers.scope().requireAll("The notice is about tenants that the token does not see");
        }
        if (ifMatch != null) {
            Versioned.require(ifMatch, notice.version());
        }
        if (!carryOut(decide.apply(notice.state(), notice.resendAsked()), notice)) {
            return notices.get(id);
        }
        feed.changed(id, notice.tenants());
        var after = notices.get(id);
        record(notice, after, action, reason);
        return after;
    }

    /** @return whether it changed anything */
    private boolean carryOut(Intervention intervention, InterventionStore.Row notice) {
        var id = notice.id();
        switch (intervention) {
            case Intervention.Nothing _ -> {
                return false;
            }
            case Intervention.Refused refused -> throw new Refusal(NOT_POSSIBLE, refused.detail());
            case Intervention.Hurry _ -> {
                requireWay(notice);
                store.hurry(id);
            }
            case Intervention.Repeat _ -> {
                requireWay(notice);
                store.move(id, Status.RETRY, true);
            }
            case Intervention.Reopen _ -> {
                requireWay(notice);
                if (!reminders.reopen(id, clock.instant())) {
                    throw new Refusal(NOT_POSSIBLE, "What it tells is past its use");
                }
                store.move(id, Status.RETRY, false);
            }
            case Intervention.Withdraw _ -> {
                reminders.withdraw(id);
                store.move(id, Status.CANCELLED, false);
            }
            case Intervention.KeepSent _ -> store.move(id, Status.SENT, false);
        }
        return true;
    }

    private void requireWay(InterventionStore.Row notice) {
        var person = notice.person();
        for (var tenant : notice.tenants()) {
            if (!reach.unreachable(tenant, List.of(person)).isEmpty()) {
                throw new Refusal(UNREACHABLE, "Mark the recipient reachable first, if mail arrives again");
            }
        }
        var isHeld = dispatches.effective(notice.tenants()).values().stream()
                .anyMatch(effective -> effective.of(person) != DispatchState.RELEASED);
        if (isHeld) {
            throw new Refusal(MAIL_HELD, "Release the mail about all tenants that the notice is about first");
        }
    }

    private void record(InterventionStore.Row before, Notice after, String action, @Nullable String reason) {
        audit.record(before.tenants().stream()
                .map(tenant -> new AuditTrail.Entry(
                        tenant,
                        action,
                        Notices.KIND,
                        after.id().toString(),
                        Map.of("status", before.state(), "version", before.version()),
                        Map.of("status", after.status(), "version", after.version()),
                        reason))
                .toList());
    }
}
