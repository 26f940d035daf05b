package dev.cutoff.local.year;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges a year from the mails alone: what each person should have heard follows from the script and from what people did, and not from
 * anything that the services have on record.
 */
final class Oracle {

    static final String TWICE_A_DAY = "two-mails-on-one-day";
    static final String RUNG_TWICE = "a-rung-twice";
    static final String MISSED = "not-told-in-time";

    /** Days before a deadline; the day after is -1. */
    private static final List<Integer> RUNGS = List.of(-1, 0, 1, 3, 7, 14, 30, 60, 90);

    private static final int CALM_WORKING_DAYS = 5;
    private static final int URGENT_DAYS = 3;
    private static final int USE_DAYS = 2;
    private static final int DAYS_TO_CLEAR = 7;

    private final Cast cast;
    private final Deeds deeds;
    private final Postbox postbox;
    private final LocalDate last;
    private final Faults faults = new Faults();

    /** @param last day that was played */
    Oracle(Cast cast, Deeds deeds, Postbox postbox, LocalDate last) {
        this.cast = cast;
        this.deeds = deeds;
        this.postbox = postbox;
        this.last = last;
    }

    Faults judge() {
        postbox.all().forEach((person, mails) -> {
            mails.forEach(mail -> mail.stops()
                    .keySet()
                    .forEach(client -> told(mail, cast.clients().get(client))));
            for (var n = 1; n < mails.size(); n++) {
                if (mails.get(n - 1).day().equals(mails.get(n).day())) {
                    faults.add(
                            TWICE_A_DAY,
                            "%s on %s".formatted(person, mails.get(n).day()));
                }
            }
        });
        for (var owner : cast.owners()) {
            calm(postbox.of(owner.address()));
        }
        for (var client : cast.clients()) {
            judge(client);
        }
        return faults;
    }

    private void told(Mail mail, Cast.Client client) {
        var day = mail.day();
        var tenant = client.tenant();
        var what = "%s hears of %s on %s".formatted(mail.person(), client.name(), day);
        if (!Set.of(cast.ownerOf(client).address(), tenant.contact()).contains(mail.person())) {
            faults.add("not-theirs", what);
        }
        if (day.isBefore(tenant.released())) {
            faults.add("before-release", what);
        }
        if (deeds.isGone(client.number(), day)) {
            faults.add("after-it-was-done", what);
        }
        var declined = deeds.declined().get(client.number());
        if (declined != null && !day.isBefore(declined) && !mail.person().equals(tenant.contact())) {
            faults.add("after-it-was-declined", what);
        }
        var stop = Script.stop(tenant.fate(), day).orElse(null);
        if (stop == null) {
            faults.add("nothing-stops", what);
            return;
        }
        if (!stop.from().equals(mail.stops().get(client.number()))) {
            faults.add("another-day", what + ": " + mail.stops().get(client.number()) + " for " + stop.from());
        }
        if (day.isAfter(stop.until().plusDays(USE_DAYS))) {
            faults.add("after-it-was-over", what);
        }
    }

    /** Five working days of rest, unless something is news or near. */
    private void calm(List<Mail> mails) {
        for (var n = 1; n < mails.size(); n++) {
            var before = mails.get(n - 1);
            var mail = mails.get(n);
            if (WorkingDays.between(before.day(), mail.day()) < CALM_WORKING_DAYS
                    && mail.cleared().isEmpty()
                    && mail.stops().keySet().stream()
                            .map(cast.clients()::get)
                            .noneMatch(client -> isUrgent(client, before.day(), mail.day()))) {
                faults.add("no-calm", "%s on %s and on %s".formatted(mail.person(), before.day(), mail.day()));
            }
        }
    }

    private boolean isUrgent(Cast.Client client, LocalDate before, LocalDate day) {
        var isNear = Script.stop(client.tenant().fate(), day)
                .filter(stop -> !day.isBefore(WorkingDays.until(stop.from().minusDays(URGENT_DAYS))))
                .isPresent();
        return isNear || hasTurned(client, before, day);
    }

    /** Whether anything is news since the one day and by the other. */
    private boolean hasTurned(Cast.Client client, LocalDate before, LocalDate day) {
        var seen = deeds.seen().get(client.number());
        return seen != null && isIn(seen, before, day)
                || Script.turns(client.tenant().fate()).anyMatch(turn -> isIn(turn, before, day));
    }

    private static boolean isIn(LocalDate moment, LocalDate after, LocalDate upTo) {
        return moment.isAfter(after) && !moment.isAfter(upTo);
    }

    private void judge(Cast.Client client) {
        var owner = cast.ownerOf(client).address();
        var theirs = postbox.of(owner);
        var contacts = postbox.of(client.tenant().contact());
        rungs(client, theirs);
        rungs(client, contacts);
        planned(client, theirs);
        missed(client, List.of(theirs, contacts));
        if (client.tenant().fate() instanceof Fate.Cancelled
                && !last.isBefore(Script.CANCELLED.plusDays(DAYS_TO_CLEAR))) {
            var isDeclined = deeds.declined().containsKey(client.number());
            allClear(client, theirs, !isDeclined);
            allClear(client, contacts, true);
        }
    }

    private void rungs(Cast.Client client, List<Mail> mails) {
        var about = about(client, mails);
        for (var n = 1; n < about.size(); n++) {
            var before = about.get(n - 1).day();
            var day = about.get(n).day();
            var stop = Script.stop(client.tenant().fate(), day);
            if (stop.isPresent()
                    && stop.equals(Script.stop(client.tenant().fate(), before))
                    && rung(stop.get(), before) == rung(stop.get(), day)
                    && !hasTurned(client, before, day)) {
                faults.add(
                        RUNG_TWICE,
                        "%s of %s on %s and on %s".formatted(about.get(n).person(), client.name(), before, day));
            }
        }
    }

    private static List<Mail> about(Cast.Client client, List<Mail> mails) {
        return mails.stream()
                .filter(mail -> mail.stops().containsKey(client.number()))
                .toList();
    }

    /** The nearest whose day has come; beyond the first of them there is one more. */
    private static int rung(Script.Stop stop, LocalDate day) {
        return RUNGS.stream()
                .filter(rung -> rung >= (stop.isNamed() ? -1 : 1))
                .filter(rung -> !day.isBefore(dueOn(stop, rung)))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static LocalDate dueOn(Script.Stop stop, int rung) {
        var day = stop.from().minusDays(rung);
        return rung < 0 ? day : WorkingDays.until(day);
    }

    /** Until the day for which it is planned one rung is told, and what is news. */
    private void planned(Cast.Client client, List<Mail> theirs) {
        var since = deeds.planned().get(client.number());
        if (since == null) {
            return;
        }
        var stop = Script.stop(client.tenant().fate(), since);
        var until = stop.map(Script.Stop::from)
                .filter(since.plusDays(People.DAYS_PLANNED)::isAfter)
                .orElse(since.plusDays(People.DAYS_PLANNED));
        var before = since;
        var count = 0;
        for (var mail : about(client, theirs)) {
            if (isIn(mail.day(), since, until)) {
                count += hasTurned(client, before, mail.day()) ? 0 : 1;
                before = mail.day();
            }
        }
        if (count > 1) {
            faults.add(
                    "planned-and-told",
                    "%s of %s, %d times".formatted(theirs.getFirst().person(), client.name(), count));
        }
    }

    /** Somebody is told of what is in use to its end, between the last word of the vendor and the day on which it stops. */
    private void missed(Cast.Client client, Collection<List<Mail>> all) {
        var fate = client.tenant().fate();
        var stop = Script.stop(fate, last).orElse(null);
        if (stop == null || stop.from().isAfter(last) || deeds.isGone(client.number(), stop.from())) {
            return;
        }
        var since = Script.turns(fate).max(Comparator.naturalOrder()).orElse(Script.FIRST);
        var isTold = all.stream()
                .flatMap(List::stream)
                .filter(mail -> !mail.day().isBefore(since) && !mail.day().isAfter(stop.from()))
                .anyMatch(mail -> mail.stops().containsKey(client.number()));
        if (!isTold) {
            faults.add(
                    MISSED,
                    "%s of %s, which stops on %s"
                            .formatted(client.name(), client.tenant().domain(), stop.from()));
        }
    }

    /** Whoever was told hears once that it is over, and nobody else does. */
    private void allClear(Cast.Client client, List<Mail> mails, boolean isReached) {
        var isTold = about(client, mails).stream().anyMatch(mail -> mail.day().isBefore(Script.CANCELLED));
        var days = new HashSet<LocalDate>();
        var count = 0;
        for (var mail : mails) {
            if (!mail.day().isBefore(Script.CANCELLED) && mail.cleared().contains(client.number())) {
                days.add(mail.day());
                count++;
            }
        }
        var isDue = isTold && isReached && !deeds.isGone(client.number(), Script.CANCELLED);
        if (count != (isDue ? 1 : 0) && !(isTold && deeds.gone().containsKey(client.number()))) {
            faults.add("all-clear", "%s, %d times: %s".formatted(client.name(), count, days));
        }
    }
}
