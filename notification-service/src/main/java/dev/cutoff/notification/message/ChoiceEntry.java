package dev.cutoff.notification.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something to decide, in words: by when, what happens else, what can be done, and for which clients and owners it matters. */
record ChoiceEntry(Choice choice, Digest digest, Reader reader) {

    Letter.Entry written() {
        var say = reader.say();
        return new Letter.Entry(
                Letter.Tone.DECIDE,
                reader.about(digest, choice.clients()),
                say.decide(reader.weekday(choice.by()), reader.topic(choice.topic())),
                lines(),
                sections());
    }

    private List<Letter.Line> lines() {
        var say = reader.when();
        var tenants = reader.tenants(choice.clients());
        var lines = new ArrayList<Letter.Line>();
        lines.add(Letter.Line.of(
                say.lastDayToDecide(reader.programme(choice.topic().programme()), tenants)));
        lines.add(Letter.Line.of(say.ends(reader.moment(choice.by().plusDays(1), null))));
        otherwise().map(Letter.Line::of).ifPresent(lines::add);
        lines.addAll(Sources.of(choice.source(), choice.topic(), digest.day(), reader));
        lines.add(Letter.Line.of(reader.why().whyYou(), reader.why().youDecide(tenants)));
        return lines;
    }

    private Optional<String> otherwise() {
        var say = reader.when();
        if (choice.day() != null) {
            var day = reader.weekday(choice.day());
            return Optional.of(choice.day().isBefore(digest.day()) ? say.staysOff(day) : say.withoutOne(day));
        }
        if (choice.earliest() == null) {
            return Optional.empty();
        }
        var first = reader.weekday(choice.earliest());
        return Optional.of(
                choice.latest() == null
                        ? say.withoutOneFrom(first)
                        : say.withoutOneOnADay(first, reader.weekday(choice.latest())));
    }

    private List<Letter.Section> sections() {
        var sections = new ArrayList<Letter.Section>();
        sections.add(new Letter.Section(reader.say().whatYouCanDo(), possible()));
        sections.addAll(new ClientList(choice.clients(), digest, reader).withOwners());
        return sections;
    }

    private List<Letter.Item> possible() {
        if (choice.actions().isEmpty()) {
            return List.of(new Letter.Item(null, reader.say().nothingToday()));
        }
        return choice.actions().stream()
                .map(action -> new Letter.Item(null, words(action)))
                .toList();
    }

    private String words(Choice.Action action) {
        return reader.say()
                .possible(
                        reader.action(action.action()),
                        action.channel() == null ? null : reader.channel(action.channel()),
                        action.until() == null ? null : reader.weekday(action.until()),
                        action.keepsUntil() == null ? null : reader.weekday(action.keepsUntil()));
    }
}
