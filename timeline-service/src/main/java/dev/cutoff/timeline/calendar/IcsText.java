package dev.cutoff.timeline.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** RFC 5545 text of whole-day events that never make anybody look busy. */
final class IcsText {

    /** Dates move in the vendor's announcements, not by the minute. */
    private static final Duration REFRESH = Duration.builder().hours(6).build();

    private static final int LONGEST_LINE = 75;

    private IcsText() {}

    /** @param events by uid, one for each happening */
    static String of(String name, List<Happening> happenings, Map<String, CalendarEvent> events) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Cutoff//Timeline//EN");
        calendar.setName(name);
        // RFC 7986 wants the type to be said although there is only one.
        calendar.setRefreshInterval(REFRESH).setParameter("VALUE", "DURATION");
        // What older programmes read instead of NAME and REFRESH-INTERVAL (RFC 7986).
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
        happenings.stream()
                .map(happening -> event(happening, events.get(happening.uid())))
                .forEach(calendar::addEvent);
        return folded(written(calendar));
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // It would count characters, and the limit is one of octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Lines of 75 octets at most (RFC 5545, 3.1), never broken inside a character. */
    private static String folded(String text) {
        var folded = new StringBuilder();
        text.lines().forEach(line -> {
            var octets = 0;
            for (var at = 0; at < line.length(); ) {
                var point = line.codePointAt(at);
                var length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
                if (octets + length > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(point);
                octets += length;
                at += Character.charCount(point);
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }

    /** The same for the same text, on any replica. */
    static String fingerprint(String calendar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(calendar.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VEvent event(Happening happening, CalendarEvent known) {
        var event = new VEvent();
        event.setUid(happening.uid());
        event.setSequence(known.sequence());
        event.setDateTimeStamp(Date.from(known.changedAt()));
        event.setLastModified(Date.from(known.changedAt()));
        event.setDateStart(day(happening.starts()));
        // The end of an event is the day after its last one.
        var last = happening.ends() == null ? happening.starts() : happening.ends();
        event.setDateEnd(day(last.plusDays(1)));
        event.setSummary(happening.summary());
        event.setDescription(happening.description());
        event.addCategories(happening.programme());
        event.setStatus(happening.isCertain() ? Status.confirmed() : Status.tentative());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
    }
}
