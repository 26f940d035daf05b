package dev.cutoff.notification.message;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dates for a calendar (RFC 5545): whole days that make nobody look busy. An event has the UID that timeline's calendars give it, so
 * that whoever has both has it once, and its SEQUENCE rises with each day that the person was told, so that a moved date moves it.
 */
final class CalendarFile {

    static final String NAME = "cutoff-dates.ics";

    private CalendarFile() {}

    /** @param at when the mail was made */
    static byte[] of(Digest digest, Reader reader, Instant at) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Cutoff//Notification//EN");
        calendar.setMethod(Method.publish());
        digest.dates().stream()
                .map(date -> event(date, digest.day(), reader, at))
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(CalendarDate date, LocalDate today, Reader reader, Instant at) {
        var event = new VEvent();
        event.setUid(uid(date));
        event.setSequence(date.sequence());
        event.setDateTimeStamp(Date.from(at));
        event.setDateStart(day(date.starts()));
        // The end of an event is the day after its last one.
        var last = date.ends() == null ? date.starts() : date.ends();
        event.setDateEnd(day(last.plusDays(1)));
        event.setSummary(summary(date, reader));
        event.setDescription(Sources.of(date.source(), topic(date), today, reader).stream()
                .map(Letter.Line::text)
                .collect(Collectors.joining("\n")));
        event.addCategories(date.programme());
        event.setStatus(date.isCertain() ? Status.confirmed() : Status.tentative());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static Digest.Topic topic(CalendarDate date) {
        return new Digest.Topic(date.programme(), List.of(date.protocol()), date.authMethod(), date.qualifier());
    }

    private static String summary(CalendarDate date, Reader reader) {
        var say = reader.say();
        var topic = reader.topic(topic(date));
        var what = date.isDecision()
                ? say.decideAbout(topic)
                : date.isCertain() ? say.stops(topic) : say.mayStopFromHere(topic);
        return say.ofTenant(date.tenant(), what);
    }

    private static String uid(CalendarDate date) {
        return Stream.of(
                                date.tenantId().toString(),
                                date.programme(),
                                date.protocol(),
                                date.authMethod(),
                                date.qualifier() == null ? "" : slug(date.qualifier()),
                                date.isDecision() ? "decide" : "stop")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("."))
                + "@cutoff";
    }

    private static String slug(String qualifier) {
        return qualifier.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
    }
}
