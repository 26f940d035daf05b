package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that stops, in words: when, what we said before, how we know, why this person, which clients, what to do. */
record StopEntry(Stop stop, Digest digest, Reader reader) {

    Letter.Entry written() {
        var say = reader.say();
        var topic = reader.topic(stop.topic());
        return new Letter.Entry(
                Letter.Tone.STOPS,
                reader.about(digest, stop.clients()),
                stop.isOver() ? say.hasStopped(topic) : say.stops(topic),
                lines(),
                sections());
    }

    private List<Letter.Line> lines() {
        var lines = new ArrayList<Letter.Line>(when(stop.day()));
        lines.addAll(moved());
        lines.addAll(Sources.of(stop.source(), stop.topic(), digest.day(), reader));
        lines.add(Letter.Line.of(reader.why().whyYou(), why()));
        lines.addAll(before());
        return lines;
    }

    private List<Letter.Line> when(@Nullable LocalDate day) {
        var say = reader.when();
        var vendor = reader.vendor(stop.topic().programme());
        var tenants = reader.tenants(stop.clients());
        if (day == null) {
            var first = reader.weekday(stop.earliest());
            var window =
                    stop.latest() == null ? say.anyDayFrom(first) : say.onADay(first, reader.weekday(stop.latest()));
            return List.of(
                    Letter.Line.of(say.when(), window),
                    Letter.Line.of(say.notNamed(vendor, tenants)),
                    Letter.Line.of(say.firstBegins(reader.moment(stop.earliest(), null))));
        }
        var moment = reader.moment(day, stop.stopsAt());
        return List.of(
                Letter.Line.of(say.when(), say.namedDay(reader.weekday(day), vendor, tenants)),
                Letter.Line.of(stop.isOver() ? say.began(moment) : say.begins(moment)));
    }

    private List<Letter.Line> moved() {
        if (stop.isContradicted()) {
            return List.of(
                    Letter.Line.of(reader.say().yourAnswer(), reader.say().contradicted()));
        }
        if (stop.isReopened()) {
            return List.of(Letter.Line.of(reader.say().moved(), reader.say().reopened()));
        }
        var before = stop.movedFrom();
        if (before == null) {
            return List.of();
        }
        var told = reader.told(before);
        var now = reader.days(stop.earliest(), stop.latest(), stop.day());
        return List.of(Letter.Line.of(reader.say().moved(), reader.say().toldBefore(told, now)));
    }

    private List<Letter.Line> before() {
        var before = stop.before();
        if (before.count() == 0) {
            return List.of();
        }
        return List.of(Letter.Line.of(reader.why().toldAlready(), reader.heard(before.first(), before.count())));
    }

    private String why() {
        var say = reader.why();
        var clients = stop.clients();
        return switch (stop.role()) {
            case OWNER -> say.youAnswer(clients.count());
            case DEPUTY -> say.youStandIn(clients.count());
            case MANAGER -> say.youManage(clients.count());
            case TENANT_CONTACT -> say.youAreContact(clients.count(), reader.tenants(clients));
            case FALLBACK_CONTACT ->
                say.nobodyAnswers(clients.count(), reader.tenants(clients), clients.tenantCount() > 1);
            case DECISION_CONTACT -> say.youDecide(reader.tenants(clients));
        };
    }

    private List<Letter.Section> sections() {
        var sections = new ArrayList<Letter.Section>(new ClientList(stop.clients(), digest, reader).ofTheirs());
        sections.addAll(new StepSections(stop, digest.day(), reader).written());
        return sections;
    }
}
