package dev.cutoff.notification.message;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a digest into words: its parts in their order, each only if there is something in it, and the most urgent things in full. */
final class LetterWriter {

    /** Beyond these a thing is a line: a mail that is longer is read by nobody, and refused by some. */
    private static final int MOST_IN_FULL = 12;

    private static final int MOST_LINES = 100;

    private record Thing(Digest.Section section, LocalDate day, Supplier<Letter.Entry> written, Letter.Item brief) {}

    private final Digest digest;
    private final Reader reader;

    private LetterWriter(Digest digest, Reader reader) {
        this.digest = digest;
        this.reader = reader;
    }

    static Letter write(Digest digest, URI answer, Reader reader) {
        var writer = new LetterWriter(digest, reader);
        return new Letter(reader.language(), writer.sender(), writer.parts(), writer.link(answer), writer.closing());
    }

    /** Who decides, or hears that something is over, has nothing to answer on the page. */
    private Letter.@Nullable Link link(URI answer) {
        if (digest.stops().isEmpty()) {
            return null;
        }
        var say = reader.say();
        return new Letter.Link(say.answerNow(), say.answerHow(), answer.toString());
    }

    private String sender() {
        var branding = digest.branding();
        if (branding != null) {
            return branding.name();
        }
        return digest.tenants().size() == 1 ? digest.tenants().getFirst().name() : "Cutoff";
    }

    private List<Letter.Part> parts() {
        var things = Stream.of(helps(), stops(), choices(), allClears(), findings())
                .flatMap(some -> some)
                .sorted(Comparator.comparing(Thing::day))
                .toList();
        var sections = new EnumMap<Digest.Section, List<Thing>>(Digest.Section.class);
        things.forEach(thing -> sections.computeIfAbsent(thing.section(), section -> new ArrayList<>())
                .add(thing));
        var parts = new ArrayList<Letter.Part>();
        var left = MOST_IN_FULL;
        for (var section : sections.entrySet()) {
            parts.add(part(section, left));
            left = Math.max(0, left - section.getValue().size());
        }
        return parts;
    }

    private Letter.Part part(Map.Entry<Digest.Section, List<Thing>> section, int left) {
        var things = section.getValue();
        var entries = new ArrayList<>(
                things.stream().limit(left).map(thing -> thing.written().get()).toList());
        if (things.size() > left) {
            entries.add(rest(things.subList(left, things.size())));
        }
        return new Letter.Part(reader.section(section.getKey()), entries);
    }

    private Letter.Entry rest(List<Thing> things) {
        var items = new ArrayList<>(
                things.stream().limit(MOST_LINES).map(Thing::brief).toList());
        if (things.size() > MOST_LINES) {
            items.add(new Letter.Item(null, reader.say().andMore(things.size() - MOST_LINES)));
        }
        var title = reader.say().also();
        return new Letter.Entry(
                Letter.Tone.UNSEEN,
                null,
                title,
                List.of(),
                List.of(new Letter.Section(reader.say().countOfThings(things.size()), items)));
    }

    private Stream<Thing> stops() {
        return digest.stops().stream()
                .map(stop -> new Thing(
                        stop.section(digest.day()),
                        stop.from(),
                        () -> new StopEntry(stop, digest, reader).written(),
                        brief(
                                reader.topic(stop.topic()),
                                reader.days(stop.earliest(), stop.latest(), stop.day()),
                                stop.clients())));
    }

    private Stream<Thing> choices() {
        return digest.choices().stream()
                .map(choice -> new Thing(
                        choice.section(digest.day()),
                        choice.by(),
                        () -> new ChoiceEntry(choice, digest, reader).written(),
                        brief(
                                reader.topic(choice.topic()),
                                reader.say().decideBy(reader.weekday(choice.by())),
                                choice.clients())));
    }

    private Stream<Thing> allClears() {
        return digest.allClears().stream()
                .map(clear -> new Thing(
                        Digest.Section.RESOLVED,
                        clear.told().day(),
                        () -> new AllClearEntry(clear, digest, reader).written(),
                        brief(reader.topic(clear.topic()), reader.told(clear.told()), clear.clients())));
    }

    private Stream<Thing> helps() {
        return digest.helps().stream().map(help -> {
            var entry = new HelpEntry(help, digest, reader).written();
            return new Thing(
                    Digest.Section.ACT_NOW, digest.day(), () -> entry, new Letter.Item(entry.about(), entry.title()));
        });
    }

    private Stream<Thing> findings() {
        return digest.findings().stream().map(finding -> {
            var entry = new FindingEntry(finding, digest, reader).written();
            return new Thing(
                    Digest.Section.UNSEEN, digest.day(), () -> entry, new Letter.Item(entry.about(), entry.title()));
        });
    }

    private Letter.Item brief(String topic, String days, Clients clients) {
        var say = reader.say();
        return new Letter.Item(
                null, say.brief(topic, days, say.countOfClients(clients.count()), reader.tenants(clients)));
    }

    private List<String> closing() {
        var lines = new ArrayList<String>();
        digest.tenants().stream()
                .filter(tenant -> tenant.contact() != null)
                .limit(MOST_IN_FULL)
                .forEach(tenant -> lines.add(reader.say().questions(tenant.name(), tenant.contact())));
        lines.addAll(footers());
        lines.add(reader.say().sentBy());
        return lines;
    }

    /** The foot of the mail, or of each tenant where they differ. */
    private List<String> footers() {
        var branding = digest.branding();
        if (branding != null) {
            return branding.footer() == null
                    ? List.of()
                    : branding.footer().lines().toList();
        }
        return digest.tenants().stream()
                .filter(tenant -> tenant.branding() != null && tenant.branding().footer() != null)
                .limit(MOST_IN_FULL)
                .flatMap(tenant -> tenant.branding()
                        .footer()
                        .lines()
                        .map(line -> reader.say().ofTenant(tenant.name(), line)))
                .toList();
    }
}
