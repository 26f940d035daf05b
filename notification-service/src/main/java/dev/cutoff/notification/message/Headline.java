package dev.cutoff.notification.message;

import dev.cutoff.notification.reminder.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a mail is about, in one line: the most urgent thing in it. No name of a tenant or client stands here, so that nobody's words get
 * into a header.
 *
 * @param day of the most urgent thing
 * @param count how many clients that is about; of evidence, how many protocols
 * @param unowned whether nobody answers for them
 */
record Headline(About about, LocalDate day, int count, boolean unowned) {

    /** What may be the most urgent thing. */
    enum About {
        STOPPED,
        STOPS_TODAY,
        STOPS,
        MAY_STOP,
        MAY_STOP_FROM,
        DECIDE,
        ALL_CLEAR,
        HELP,
        UNSEEN
    }

    static Headline of(Digest digest) {
        var stops = digest.stops().stream().map(stop -> of(stop, digest.day()));
        var choices = digest.choices().stream()
                .map(choice ->
                        new Headline(About.DECIDE, choice.by(), choice.clients().count(), false));
        return Stream.concat(stops, choices)
                .min(Comparator.comparing(Headline::day))
                .orElseGet(() -> ofTheRest(digest));
    }

    private static Headline ofTheRest(Digest digest) {
        if (!digest.helps().isEmpty()) {
            return new Headline(About.HELP, digest.day(), digest.helps().size(), false);
        }
        if (digest.allClears().isEmpty()) {
            var protocols = digest.findings().stream()
                    .mapToInt(finding -> finding.protocols().size());
            return new Headline(About.UNSEEN, digest.day(), protocols.sum(), false);
        }
        var clients =
                digest.allClears().stream().mapToInt(clear -> clear.clients().count());
        return new Headline(About.ALL_CLEAR, digest.day(), clients.sum(), false);
    }

    private static Headline of(Stop stop, LocalDate today) {
        var isUnowned = stop.role() == Role.FALLBACK_CONTACT;
        return new Headline(about(stop, today), stop.from(), stop.clients().count(), isUnowned);
    }

    private static About about(Stop stop, LocalDate today) {
        if (stop.isOver()) {
            return About.STOPPED;
        }
        if (stop.day() == null) {
            return stop.earliest().isAfter(today) ? About.MAY_STOP_FROM : About.MAY_STOP;
        }
        return stop.day().equals(today) ? About.STOPS_TODAY : About.STOPS;
    }

    String subject(Reader reader) {
        var say = reader.subject();
        var date = reader.date(day);
        var whose = unowned ? say.clientsUnowned(count) : say.clientsOfYours(count);
        return switch (about) {
            case STOPPED -> say.subjectStopped(whose);
            case STOPS_TODAY -> say.subjectStopsToday(whose);
            case STOPS -> say.subjectStops(date, whose);
            case MAY_STOP -> say.subjectMayStop(whose);
            case MAY_STOP_FROM -> say.subjectMayStopFrom(date, whose);
            case DECIDE -> say.subjectDecide(date, say.clientsAtRisk(count));
            case ALL_CLEAR -> say.subjectAllClear(count == 0 ? say.nothingToDecide() : whose);
            case HELP -> say.subjectHelp(reader.say().countOfClients(count));
            case UNSEEN -> say.subjectUnseen(say.protocolsUnseen(count));
        };
    }
}
