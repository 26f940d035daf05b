package dev.cutoff.notification.plan;

import dev.cutoff.notification.ladder.Calm;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Reminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The coming days as they will be if nobody does anything: each is planned, each person gets one mail about all that is due on the day that
 * calm allows, and the next day begins with that on record. Pure.
 */
final class Rehearsal {

    /** A mail as it would be. */
    record Mail(LocalDate day, String person, List<Reminder> about) {}

    /** Of what has no day of its own; later than any that has. */
    private static final int DAYS_OF_THE_UNDATED = 366;

    private final List<Stand> stands;
    private final Map<String, LocalDate> lastMails;

    /** @param lastMails day of the last mail to each person that has had one */
    Rehearsal(List<Stand> stands, Map<String, LocalDate> lastMails) {
        this.stands = stands;
        this.lastMails = new HashMap<>(lastMails);
    }

    /** @return in the order of days and people */
    List<Mail> play() {
        if (stands.isEmpty()) {
            return List.of();
        }
        var from =
                stands.stream().map(Stand::from).min(Comparator.naturalOrder()).orElseThrow();
        var until =
                stands.stream().map(Stand::until).max(Comparator.naturalOrder()).orElseThrow();
        var mails = new ArrayList<Mail>();
        from.datesUntil(until.plusDays(1)).forEach(day -> mails.addAll(play(day)));
        return List.copyOf(mails);
    }

    private List<Mail> play(LocalDate day) {
        var today = stands.stream()
                .filter(stand -> !day.isBefore(stand.from()) && !day.isAfter(stand.until()))
                .toList();
        today.forEach(stand -> stand.plan(day));
        var people = today.stream()
                .flatMap(Stand::due)
                .collect(Collectors.groupingBy(due -> due.reminder().person(), TreeMap::new, Collectors.toList()));
        return people.entrySet().stream()
                .flatMap(entry -> mail(entry.getKey(), entry.getValue(), day))
                .toList();
    }

    private Stream<Mail> mail(String person, List<Stand.Due> due, LocalDate day) {
        var news = calm(due, day);
        if (!Calm.day(news, lastMails.get(person), day).equals(day)) {
            return Stream.of();
        }
        lastMails.put(person, day);
        due.stream().map(Stand.Due::notebook).distinct().forEach(notebook -> notebook.tell(person, day));
        return Stream.of(
                new Mail(day, person, due.stream().map(Stand.Due::reminder).toList()));
    }

    /** By tenant and programme, as each has a policy of its own. */
    private static List<Calm.Due> calm(List<Stand.Due> due, LocalDate day) {
        record Part(Stand stand, String programme) {}
        return due.stream()
                .collect(Collectors.groupingBy(
                        item -> new Part(item.stand(), item.reminder().programme())))
                .entrySet()
                .stream()
                .map(entry -> {
                    var reminders =
                            entry.getValue().stream().map(Stand.Due::reminder).toList();
                    var part = entry.getKey();
                    return new Calm.Due(
                            nearest(reminders, day),
                            reminders.stream().anyMatch(Rehearsal::isAtOnce),
                            part.stand().scene().policies().ladder(part.programme()));
                })
                .toList();
    }

    private static LocalDate nearest(List<Reminder> reminders, LocalDate day) {
        return reminders.stream()
                .filter(reminder -> reminder.topic() != Topic.FINDING && reminder.topic() != Topic.HELP)
                .map(Reminder::anchorDay)
                .min(Comparator.naturalOrder())
                .orElse(day.plusDays(DAYS_OF_THE_UNDATED));
    }

    private static boolean isAtOnce(Reminder reminder) {
        return Calm.news().contains(reminder.reason())
                || reminder.topic() == Topic.ALL_CLEAR
                || reminder.topic() == Topic.HELP;
    }
}
