package dev.cutoff.timeline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a protocol: what is a part of what, and whose word decides for it. */
class PartTest {

    private static final Instant AT = Instant.parse("2026-11-26T00:00:00Z");

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({"2.5, 16.1, -1", "14.1, 14.1, 0", "16.1, 16.1.0, 0", "16.10, 16.9, 1", "16, 16.1, -1", "016.1, 16.1, 0"
    })
    void versions_compare_number_by_number(String one, String other, int order) {
        assertThat(version(one).compareTo(version(other))).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"''", "16.", ".1", "v16.1", "16.1a", "-1", "16 .1", "99999999999"})
    void what_is_no_version_is_none(String text) {
        assertThat(Version.of(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            eas-version < 16.1   | eas-version < 16.1   | true
            eas-version < 16.1   | eas-version < 12.0   | true
            eas-version < 12.0   | eas-version < 16.1   | false
            eas-version < 16.1   | eas-version 2.5 14.1 | true
            eas-version < 16.1   | eas-version 14.1 16.1 | false
            eas-version 2.5 14.1 | eas-version < 14.1   | false
            eas-version 2.5 14.1 | eas-version 14.1.0   | true
            tls-version 1.0 1.1  | tls-version 1.0      | true
            tls-version 1.0      | tls-version 1.0 1.1  | false
            tls-version < 1.2    | eas-version < 1.2    | false
            app-id CC15 5D66     | app-id cc15          | true
            app-id cc15          | app-id 5d66          | false
            licence kiosk f1 f3  | licence f1           | true
            named                | named                | false""")
    void a_part_is_of_another_or_it_is_not(String one, String other, boolean contains) {
        assertThat(part(one).contains(part(other))).isEqualTo(contains);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eas-version        | below or values must be given
            eas-version < 16.1 2.5 | below or values must be given
            eas-version < new  | below must be a version
            tls-version one    | values must be versions
            app-id             | values must have at least one
            licence < 3 f3     | below belongs to a version
            named x            | named has neither""")
    void what_means_nothing_is_no_part(String text, String mistake) {
        assertThatThrownBy(() -> part(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mistake);
    }

    @Property
    void a_part_of_a_part_is_a_part(
            @ForAll("parts") Part one, @ForAll("parts") Part other, @ForAll("parts") Part third) {
        assertThat(one.contains(one)).isTrue();
        if (one.contains(other) && other.contains(third)) {
            assertThat(one.contains(third)).isTrue();
        }
    }

    @Test
    void a_rule_of_the_whole_or_of_a_wider_part_covers_a_part() {
        var whole = programme("whole", rule("all", null, null, "2027-01-01"));
        var wider = programme("wider", rule("all", "below 16.1", part("eas-version < 16.1"), "2027-02-01"));
        var part = new Line(Protocol.EAS, AuthMethod.BASIC, "12.0 and 12.1", part("eas-version 12.0 12.1"));

        for (var programme : List.of(whole, wider)) {
            assertThat(Coverage.of(programme.revisions(), tenant(), part).rule())
                    .isNotNull();
        }
        assertThat(Coverage.of(wider.revisions(), tenant(), Line.whole(Protocol.EAS, AuthMethod.BASIC))
                        .rule())
                .isNull();
    }

    @Test
    void for_each_part_the_programme_decides_that_stops_it_first() {
        var whole = programme("whole", rule("all", null, null, "2027-06-01"));
        var below16 = programme("below-16-1", rule("all", "below 16.1", part("eas-version < 16.1"), "2027-03-01"));
        var below12 = programme(
                "below-12",
                rule("old", "below 12", part("eas-version < 12"), "2027-09-01"),
                rule("all", null, null, "2027-02-01"));
        var all = Stream.of(whole, below16, below12).flatMap(PartTest::outlooks).toList();

        assertThat(all.stream()
                        .map(outlook -> "%s: %s by %s"
                                .formatted(
                                        outlook.programme().id(),
                                        outlook.line().qualifier(),
                                        new Effective(all).of(outlook))))
                .containsExactly(
                        "whole: null by below-12",
                        // What below-12 says of the whole comes first here; of what is below 12 it says something else.
                        "below-16-1: below 16.1 by below-12",
                        "below-12: null by below-12",
                        "below-12: below 12 by below-16-1");
    }

    @Test
    void a_name_is_described_as_it_was_last() {
        var told = revision("2026-01-01", rule("all", "below 16.1", null, "2027-01-01"));
        var described = revision("2026-02-01", rule("all", "below 16.1", part("eas-version < 16.1"), "2027-01-01"));
        var programme = new Programme("p", "P", LocalDate.parse("2026-11-22"), List.of(told, described));

        assertThat(told.rules().getFirst().part()).isEqualTo(Part.NAMED);
        assertThat(programme.lines()).extracting(Line::part).containsExactly(part("eas-version < 16.1"));
        assertThat(outlooks(programme)).extracting(Outlook::state).containsExactly(State.WORKING);
    }

    @Test
    void one_revision_describes_a_name_once() {
        assertThatThrownBy(() -> revision(
                        "2026-01-01",
                        rule("one", "old", part("eas-version < 16.1"), "2027-01-01"),
                        rule("two", "old", part("eas-version < 14.1"), "2027-01-01")))
                .hasMessageContaining("two parts of one name");
        assertThatThrownBy(() -> rule("all", null, part("tls-version 1.0"), "2027-01-01"))
                .hasMessageContaining("part needs a qualifier");
    }

    @Provide
    Arbitrary<Part> parts() {
        var versions = Arbitraries.of("1", "1.0", "1.1", "2.5", "10");
        return Arbitraries.oneOf(
                versions.map(version -> new Part(PartKind.EAS_VERSION, version, null)),
                versions.list().ofMinSize(1).ofMaxSize(3).map(values -> new Part(PartKind.EAS_VERSION, null, values)),
                Arbitraries.of("a", "A", "b")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(values -> new Part(PartKind.APP_ID, null, values)));
    }

    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }

    /** Such as {@code eas-version < 16.1} or {@code app-id a b}. */
    private static Part part(String text) {
        var words = text.split(" ");
        var kind = Arrays.stream(PartKind.values())
                .filter(one -> Words.of(one).equals(words[0]))
                .findFirst()
                .orElseThrow();
        var isBound = words.length > 1 && words[1].equals("<");
        return new Part(kind, isBound ? words[2] : null, List.of(words).subList(isBound ? 3 : 1, words.length));
    }

    private static TenantAttributes tenant() {
        return new TenantAttributes(Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"));
    }

    private static Stream<Outlook> outlooks(Programme programme) {
        return Prospect.of(programme, tenant(), Facts.NONE, LocalDate.parse("2026-11-26"))
                .at(AT, line -> true)
                .stream();
    }

    private static Programme programme(String id, Rule... rules) {
        return new Programme(id, id, LocalDate.parse("2026-11-22"), List.of(revision("2026-01-01", rules)));
    }

    private static Revision revision(String announced, Rule... rules) {
        var source = new Source("MC1", "A post", Confidence.VERIFIED, null, null);
        return new Revision(LocalDate.parse(announced), null, null, source, "Something", null, null, List.of(rules));
    }

    private static Rule rule(String id, String qualifier, Part part, String day) {
        var off = new Phase(
                PhaseKind.PERMANENT_OFF,
                LocalDate.parse(day),
                LocalDate.parse(day),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Rule(id, List.of(Protocol.EAS), AuthMethod.BASIC, qualifier, part, null, true, List.of(off), null);
    }
}
