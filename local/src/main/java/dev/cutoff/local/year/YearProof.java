package dev.cutoff.local.year;

import dev.cutoff.local.suite.Progress;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Plays the year day by day on a simulated clock. Each day the vendor, the owners and the evidence come first, in hours in which no mail
 * leaves, and then whatever is due is sent.
 */
public final class YearProof {

    private static final int MORNING = 6;
    private static final int NINE = 9;
    private static final LocalDate QUIET_FROM = LocalDate.of(2026, 9, 1);

    private final Suite suite;
    private final Progress progress;
    private final Consumer<String> teller;
    private final Office office;

    /**
     * @param suite with all services on databases that hold nothing, whose mail goes to the sink of a {@link Letters}
     * @param progress is told of the service that is started again
     * @param teller is told how far it is
     */
    public YearProof(Suite suite, Progress progress, Consumer<String> teller) {
        this.suite = suite;
        this.progress = progress;
        this.teller = teller;
        this.office = new Office(suite);
    }

    /** @param letters that have come, and will */
    public YearReport run(Size size, Letters letters) {
        var began = System.nanoTime();
        var cast = Cast.of(size);
        var postbox = letters.postbox();
        var deeds = Deeds.none();
        var last = Script.FIRST.plusDays(size.days() - 1L);
        office.clock(Script.FIRST.minusDays(1), NINE);
        office.put(Service.NOTIFICATION, "/v1/policies", Map.of("quietHours", Map.of("from", "18:00", "to", "08:00")));
        office.put(Service.NOTIFICATION, "/v1/dispatch", Map.of("state", "released"));
        teller.accept("settling %,d clients of %,d owners in %d tenants"
                .formatted(size.clients(), size.owners(), size.tenants()));
        var ids = new Settlement(office, cast).settle();
        var people = new People(office, cast, postbox, ids, deeds);
        var vendor = new Vendor(office, cast);
        var steps = new ArrayList<YearReport.Step>();
        for (var day = Script.FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            steps.add(play(day, cast, deeds, vendor, people, postbox));
        }
        var faults = new Oracle(cast, deeds, postbox, last).judge();
        return YearReport.of(size, cast, postbox, faults, steps, (System.nanoTime() - began) / 1e9);
    }

    private YearReport.Step play(LocalDate day, Cast cast, Deeds deeds, Vendor vendor, People people, Postbox postbox) {
        if (day.getDayOfMonth() == 1) {
            teller.accept("%s, %,d mails so far".formatted(day, postbox.count()));
        }
        if (day.equals(Script.DOWN_FROM)) {
            suite.stop(Service.NOTIFICATION);
        }
        if (day.equals(Script.DOWN_UNTIL)) {
            suite.up(progress);
        }
        var began = System.nanoTime();
        var before = postbox.count();
        var isBusy = act(day, cast, deeds, vendor, people);
        office.clock(day, NINE);
        return new YearReport.Step(day, isBusy, postbox.count() - before, (System.nanoTime() - began) / 1e6);
    }

    /** @return whether anything happened that is not the passing of a day */
    private boolean act(LocalDate day, Cast cast, Deeds deeds, Vendor vendor, People people) {
        var isDown = Script.isDown(day);
        var released = cast.tenants().stream()
                .filter(tenant -> tenant.released().equals(day))
                .toList();
        var isEvidence = day.getDayOfMonth() == 1;
        var isMonday = People.isOn(day) && !isDown;
        var isTurn = cast.tenants().stream()
                .anyMatch(tenant -> Script.turns(tenant.fate()).anyMatch(day::equals));
        if (!isTurn && released.isEmpty() && !isEvidence && !isMonday) {
            return false;
        }
        office.clock(day, MORNING);
        released.forEach(
                tenant -> office.put(Service.NOTIFICATION, "/v1/dispatch/" + tenant.id(), Map.of("state", "released")));
        if (isEvidence) {
            signIns(day, cast, deeds);
        }
        vendor.act(day);
        if (isMonday) {
            people.act(day);
        }
        // Hours go by until mail may leave, in which all of it is heard of; on this clock they would be over before any
        // of it is.
        office.clock(day, MORNING);
        return true;
    }

    /** What is in use has signed in that morning. */
    private void signIns(LocalDate day, Cast cast, Deeds deeds) {
        var byTenant = new HashMap<Cast.Tenant, List<Cast.Client>>();
        for (var client : cast.clients()) {
            var isQuiet = cast.ownerOf(client).habit() == Habit.QUIET && !day.isBefore(QUIET_FROM);
            if (!isQuiet && !deeds.isGone(client.number(), day)) {
                byTenant.computeIfAbsent(client.tenant(), tenant -> new ArrayList<>())
                        .add(client);
            }
        }
        byTenant.entrySet().parallelStream().forEach(theirs -> office.signIns(theirs.getKey(), theirs.getValue(), day));
    }
}
