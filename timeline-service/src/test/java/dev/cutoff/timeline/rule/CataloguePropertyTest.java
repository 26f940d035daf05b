package dev.cutoff.timeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold on each line of each programme of the catalogue, whatever the vendor says to a tenant and the tenant does. */
class CataloguePropertyTest {

    private static final List<Programme> PROGRAMMES = CatalogueInTests.programmes().stream()
            .filter(programme -> !programme.lines().isEmpty())
            .toList();
    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final LocalDate LAST = LocalDate.parse("2029-01-01");
    private static final List<String> APPS = List.of("app-1", "app-2");
    private static final List<LocalDate> NAMED_DAYS = PROGRAMMES.stream()
            .flatMap(programme -> programme.revisions().stream())
            .flatMap(revision -> revision.rules().stream())
            .flatMap(rule -> rule.phases().stream())
            .flatMap(phase -> Stream.ofNullable(phase.from()))
            .distinct()
            .sorted()
            .toList();

    /** A tenant, what is on file of it, and the line that is asked about. */
    record World(Programme programme, Line line, TenantAttributes tenant, Facts facts) {

        World with(Facts others) {
            return new World(programme, line, tenant, others);
        }
    }

    /** When, and by what was known on which day. */
    record Question(Instant at, LocalDate knownOn) {}

    @Property
    void each_instant_has_exactly_one_state(@ForAll("worlds") World world, @ForAll("questions") Question question) {
        var knownOn = question.knownOn();
        var span = outlook(world, question.at(), knownOn).span();

        assertThat(span.contains(question.at())).isTrue();
        for (var steps = 0; span.until() != null; steps++) {
            var next = outlook(world, span.until(), knownOn).span();
            assertThat(next.from()).isEqualTo(span.until());
            assertThat(steps).isLessThan(200);
            span = next;
        }
        while (span.from() != null) {
            var before = outlook(world, span.from().minusNanos(1), knownOn).span();
            assertThat(before.until()).isEqualTo(span.from());
            span = before;
        }
    }

    @Property
    void the_order_in_which_facts_arrived_does_not_matter(
            @ForAll("worlds") World world, @ForAll("questions") Question question, @ForAll Random random) {
        var notices = new ArrayList<>(world.facts().notices());
        var exemptions = new ArrayList<>(world.facts().exemptions());
        Collections.shuffle(notices, random);
        Collections.shuffle(exemptions, random);

        assertThat(outlook(world.with(new Facts(notices, exemptions)), question.at(), question.knownOn()))
                .isEqualTo(outlook(world, question.at(), question.knownOn()));
    }

    @Property
    void what_was_not_known_on_a_day_does_not_change_what_was_answered_then(
            @ForAll("worlds") World world, @ForAll("questions") Question question) {
        var knownOn = question.knownOn();
        var then = new World(
                // An app is a line since the tenant named it, and the programme must know of the line that it is a part
                // of.
                world.programme(), world.line(), world.tenant(), world.facts().knownOn(knownOn));

        assertThat(outlook(then, question.at(), knownOn)).isEqualTo(outlook(world, question.at(), knownOn));
    }

    @Property
    void no_exemption_outlives_the_permanent_off_of_the_revision_in_force(
            @ForAll("worlds") World world, @ForAll("questions") Question question) {
        var outlook = outlook(world, question.at(), question.knownOn());
        var hardStop = Optional.ofNullable(outlook.rule())
                .flatMap(rule -> rule.phase(PhaseKind.PERMANENT_OFF))
                .map(Phase::from);

        if (hardStop.isPresent()
                && !LocalDate.ofInstant(question.at(), ZoneOffset.UTC).isBefore(hardStop.get())) {
            assertThat(outlook.state()).isNotEqualTo(State.EXEMPT);
        }
    }

    /** Of those that keep on the whole line: a block of one's own stops it, and a list of apps stops the rest. */
    @Property
    void one_exemption_more_never_makes_the_cutoff_earlier(
            @ForAll("worldsWithoutBlocks") World world,
            @ForAll("questions") Question question,
            @ForAll("terms") Terms terms) {
        var more = terms.exemption(world.line().protocol());
        Assume.that(!question.at().isBefore(more.effectiveFrom()));
        // That it was re-enabled is also evidence: a day that the vendor has moved since had come true.
        Assume.that(more.kind() == ExemptionKind.OPT_OUT || wordsAboutDays(world) < 2);
        var exemptions = new ArrayList<>(world.facts().exemptions());
        exemptions.add(more);

        var without = outlook(world, question.at(), question.knownOn()).cutoff();
        // Who begins without it has no cutoff; what an exemption gives him, he can lose.
        Assume.that(without.latest() != null || isOnInTheEnd(world, question.knownOn()));
        var with = outlook(
                        world.with(new Facts(world.facts().notices(), exemptions)), question.at(), question.knownOn())
                .cutoff();
        assertThat(with.earliest() == null ? LocalDate.MAX : with.earliest())
                .isAfterOrEqualTo(without.earliest() == null ? LocalDate.MIN : without.earliest());
        assertThat(orNever(with.latest())).isAfterOrEqualTo(orNever(without.latest()));
    }

    @Property
    void a_day_is_all_of_its_window(@ForAll("worlds") World world, @ForAll("questions") Question question) {
        var cutoff = outlook(world, question.at(), question.knownOn()).cutoff();

        assertThat(orNever(cutoff.latest()))
                .isAfterOrEqualTo(cutoff.earliest() == null ? LocalDate.MIN : cutoff.earliest());
        if (cutoff.day() != null) {
            assertThat(cutoff)
                    .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::precision)
                    .containsExactly(cutoff.day(), cutoff.day(), Precision.DAY);
        }
    }

    @Property
    void what_is_shown_as_allowed_is_granted_and_nothing_else(
            @ForAll("worlds") World world, @ForAll("questions") Question question) {
        var today = LocalDate.ofInstant(question.at(), ZoneOffset.UTC);
        var onFile = world.with(world.facts().knownOn(today));
        var prospect = Prospect.onFile(world.programme(), world.tenant(), onFile.facts(), today);

        // A request names a protocol; what it may obtain is judged on the first line of it.
        var first = prospect.at(
                        question.at(), line -> line.protocol() == world.line().protocol())
                .getFirst();
        for (var action : first.allowedActions()) {
            var request = new ExemptionRequest(action.action(), question.at(), action.channel(), "120012345678", null);
            assertThat(prospect.judge(world.line().protocol(), request) instanceof Verdict.Granted)
                    .as("%s: %s", action.action(), action.reason())
                    .isEqualTo(action.allowed());
        }
    }

    @Property
    void an_app_that_is_let_through_is_blocked_no_longer_than_the_rest(
            @ForAll("worlds") World world, @ForAll("questions") Question question) {
        var rest = new World(
                world.programme(),
                Line.whole(world.line().protocol(), world.line().authMethod()),
                world.tenant(),
                world.facts());

        if (APPS.contains(String.valueOf(world.line().qualifier()))
                && outlook(rest, question.at(), question.knownOn()).state() == State.EXEMPT) {
            assertThat(outlook(world, question.at(), question.knownOn()).state())
                    .isEqualTo(State.EXEMPT);
        }
    }

    private static Outlook outlook(World world, Instant at, LocalDate knownOn) {
        var lines = Prospect.of(world.programme(), world.tenant(), world.facts(), knownOn)
                .at(at, world.line()::equals);
        // Before an app is named it is one of all.
        return lines.isEmpty()
                ? Prospect.of(world.programme(), world.tenant(), world.facts(), knownOn)
                        .at(at, line -> line.contains(world.line()))
                        .getFirst()
                : lines.getFirst();
    }

    private static long wordsAboutDays(World world) {
        return world.facts().notices().stream()
                .filter(notice -> switch (notice.kind()) {
                    case SCHEDULED, POSTPONED, CANCELLED -> true;
                    case TEMPORARILY_OFF, DISABLED, RE_ENABLED, OPT_OUT_RECEIVED, OPT_OUT_VOIDED -> false;
                })
                .count();
    }

    private static boolean isOnInTheEnd(World world, LocalDate knownOn) {
        var end =
                outlook(world, LAST.plusYears(100).atStartOfDay(ZoneOffset.UTC).toInstant(), knownOn);
        return end.state() != State.OFF && end.state() != State.OFF_FOR_GOOD;
    }

    private static LocalDate orNever(LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    /** An exemption, but for the protocol. Not only what the rules grant: the ledger must stay sound with anything in it. */
    record Terms(
            ExemptionKind kind,
            Instant requestedAt,
            Instant confirmedAt,
            Instant worksUntil,
            Instant revokedAt,
            List<String> apps,
            long id) {

        Exemption exemption(Protocol protocol) {
            return new Exemption(
                    new UUID(id, id),
                    protocol,
                    kind,
                    requestedAt,
                    requestedAt,
                    later(confirmedAt),
                    requestedAt,
                    later(worksUntil),
                    kind == ExemptionKind.SELF_BLOCK ? later(revokedAt) : null,
                    null,
                    new Scope(null, false, kind == ExemptionKind.ALLOWED_APP ? apps : List.of()));
        }

        private Instant later(Instant other) {
            return other == null || other.isBefore(requestedAt) ? null : other;
        }
    }

    /** A notice, but for the protocol. */
    record Word(VendorNoticeKind kind, LocalDate day, Instant publishedAt, boolean isNamed, String message) {

        VendorNotice notice(Protocol protocol) {
            var named = isNamed ? List.of(protocol) : List.<Protocol>of();
            return new VendorNotice(List.of(protocol), named, kind, day, message, publishedAt, publishedAt);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return worlds(terms(ExemptionKind.values()));
    }

    @Provide
    Arbitrary<World> worldsWithoutBlocks() {
        return worlds(terms());
    }

    @Provide
    Arbitrary<Terms> terms() {
        return terms(ExemptionKind.OPT_OUT, ExemptionKind.RE_ENABLE);
    }

    private Arbitrary<World> worlds(Arbitrary<Terms> terms) {
        var tenants = Combinators.combine(
                        Arbitraries.of(Cloud.class).injectNull(0.1),
                        days().injectNull(0.3),
                        Arbitraries.of(
                                        new Licences(Set.of(), true),
                                        new Licences(Set.of("f1"), true),
                                        new Licences(Set.of("e3"), false))
                                .injectNull(0.3))
                .as((cloud, createdOn, licences) -> new TenantAttributes(cloud, createdOn, licences));
        // The programme first, so that one with many lines does not crowd out the others. All in one step: what is
        // built anew
        // for each try takes longer than the try.
        return Combinators.combine(
                        Arbitraries.of(PROGRAMMES),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of("", "", "app-1"),
                        tenants,
                        words().list().ofMaxSize(4),
                        terms.list().ofMaxSize(4))
                .as((programme, number, app, tenant, words, ledger) -> {
                    var lines = List.copyOf(programme.lines());
                    var line = lines.get(number % lines.size());
                    var protocol = line.protocol();
                    return new World(
                            programme,
                            app.isEmpty() || line.qualifier() != null
                                    ? line
                                    : Line.app(protocol, line.authMethod(), app),
                            tenant,
                            new Facts(
                                    words.stream()
                                            .map(word -> word.notice(protocol))
                                            .toList(),
                                    ledger.stream()
                                            .map(entry -> entry.exemption(protocol))
                                            .toList()));
                });
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(instants(), days()).as(Question::new);
    }

    private Arbitrary<Instant> instants() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 23))
                .as((day, hour) -> day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour)));
    }

    /** Half of them near a day that the vendor has named: that is where things turn. */
    private Arbitrary<LocalDate> days() {
        var any = Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
        var near = Combinators.combine(
                        Arbitraries.of(NAMED_DAYS), Arbitraries.integers().between(-3, 40))
                .as(LocalDate::plusDays);
        return Arbitraries.oneOf(any, near);
    }

    private Arbitrary<Word> words() {
        return Combinators.combine(
                        Arbitraries.of(VendorNoticeKind.class),
                        days().injectNull(0.3),
                        instants(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("MC1", "MC2", "MC3"))
                .as(Word::new);
    }

    private Arbitrary<Terms> terms(ExemptionKind... kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds),
                        instants(),
                        instants().injectNull(0.7),
                        instants().injectNull(0.2),
                        instants().injectNull(0.5),
                        Arbitraries.of(APPS, List.of("app-1"), List.of("app-2"), List.<String>of()),
                        Arbitraries.randomValue(Random::nextLong))
                .as(Terms::new);
    }
}
