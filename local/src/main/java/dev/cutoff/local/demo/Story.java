package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Suite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The autumn of 2022, from 29 August to 9 January, day by day. Each day begins at 06:00 UTC, the people and the vendor act, and at
 * 09:00 whatever fell due is planned and sent.
 */
public final class Story {

    private static final LocalDate FIRST = LocalDate.of(2022, 8, 29);
    private static final LocalDate LAST = LocalDate.of(2023, 1, 9);
    private static final LocalDate RELEASE = LocalDate.of(2022, 9, 1);

    private final Sample sample;
    private final Desk desk;
    private final Teller teller;
    private final Mails mails;
    private final Ledger ledger = new Ledger();
    private final List<Scene> scenes;

    /**
     * @param suite with nothing in it
     * @param folder of the sample
     * @param out where the story is told
     */
    public Story(Suite suite, Path folder, PrintStream out) {
        sample = new Sample(folder);
        desk = new Desk(suite);
        teller = new Teller(out);
        mails = new Mails(sample, desk, teller);
        var outlooks = new Outlooks(desk);
        scenes = List.of(
                new Arrival(sample, desk, teller, ledger),
                new History(sample, outlooks, teller),
                new Evidence(sample, desk, teller, ledger),
                new Reversal(sample, outlooks, teller),
                new Owners(sample, desk, new MailLinks(suite.folder().mail(), Desk.PATIENCE), teller),
                new Exemptions(sample, desk, outlooks, teller, ledger),
                new Vendor(sample, desk, outlooks, teller, ledger),
                new Readiness(sample, desk, outlooks, teller, ledger),
                new Ending(sample, outlooks, teller),
                new Course(LAST, desk, teller));
    }

    /** Tells it, and returns what it comes to. */
    public Summary tell() {
        FIRST.datesUntil(LAST.plusDays(1)).forEach(this::play);
        return Summary.of(sample, desk, mails, ledger);
    }

    private void play(LocalDate day) {
        teller.begin(day);
        var today = scenes.stream().filter(scene -> scene.isOn(day)).toList();
        if (!today.isEmpty()) {
            act(day, today);
        }
        if (day.equals(RELEASE)) {
            desk.clock(at(day, 8));
            mails.preview();
            mails.release();
        }
        desk.clock(at(day, 9));
        mails.tell(day);
    }

    private void act(LocalDate day, List<Scene> today) {
        var flows = day.isAfter(RELEASE);
        if (flows) {
            mails.pause();
        }
        desk.clock(at(day, 6));
        today.forEach(scene -> scene.play(day));
        if (flows) {
            mails.resume();
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
