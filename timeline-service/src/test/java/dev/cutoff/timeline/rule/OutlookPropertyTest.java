package dev.cutoff.timeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What must hold whatever the vendor says and the tenant does, in whatever order. */
class OutlookPropertyTest {

    private static final Protocol PROTOCOL = Protocol.IMAP;
    private static final Instant FIRST = Instant.parse("2021-09-01T00:00:00Z");
    private static final Instant PERMANENT_OFF = Instant.parse("2023-01-01T00:00:00Z");
    private static final int HOURS = 24 * 540;

    record World(TenantAttributes tenant, Facts facts) {}

    @Property
    void each_instant_has_exactly_one_state(
            @ForAll("worlds") World world, @ForAll("instants") Instant at, @ForAll("days") LocalDate knownOn) {
        var span = outlook(world, at, knownOn).span();

        assertThat(span.contains(at)).isTrue();
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
            @ForAll("worlds") World world,
            @ForAll("instants") Instant at,
            @ForAll("days") LocalDate knownOn,
            @ForAll Random random) {
        var notices = new ArrayList<>(world.facts().notices());
        var exemptions = new ArrayList<>(world.facts().exemptions());
        Collections.shuffle(notices, random);
        Collections.shuffle(exemptions, random);
        var shuffled = new World(world.tenant(), new Facts(notices, exemptions));

        assertThat(outlook(shuffled, at, knownOn)).isEqualTo(outlook(world, at, knownOn));
    }

    @Property
    void what_was_not_known_on_a_day_does_not_change_what_was_answered_then(
            @ForAll("worlds") World world, @ForAll("instants") Instant at, @ForAll("days") LocalDate knownOn) {
        var known = new World(world.tenant(), world.facts().knownOn(knownOn));

        assertThat(outlook(known, at, knownOn)).isEqualTo(outlook(world, at, knownOn));
    }

    @Property
    void no_exemption_outlives_permanent_off(
            @ForAll("worlds") World world,
            @ForAll @IntRange(max = 400) int hours,
            @ForAll @IntRange(max = 200) int days) {
        // To other clouds the vendor has named no end.
        Assume.that(world.tenant().cloud() != Cloud.DOD);
        var at = PERMANENT_OFF.plus(Duration.ofHours(hours));
        var knownOn = LocalDate.parse("2022-09-01").plusDays(days);

        assertThat(outlook(world, at, knownOn).state()).isNotEqualTo(State.EXEMPT);
    }

    /**
     * Asked once it works, and self-blocks apart: a re-enable proves that a named day had come true, and a block that follows at once
     * makes one stop of both.
     */
    @Property
    void one_exemption_more_never_makes_the_cutoff_earlier(
            @ForAll("worldsWithoutBlocks") World world,
            @ForAll("protections") Exemption more,
            @ForAll("instants") Instant at,
            @ForAll("days") LocalDate knownOn) {
        Assume.that(!at.isBefore(more.effectiveFrom()));
        var exemptions = new ArrayList<>(world.facts().exemptions());
        exemptions.add(more);
        var other = new World(world.tenant(), new Facts(world.facts().notices(), exemptions));

        var without = outlook(world, at, knownOn).cutoff();
        var with = outlook(other, at, knownOn).cutoff();
        assertThat(orNever(with)).isAfterOrEqualTo(orNever(without));
        assertThat(orLast(with.latest())).isAfterOrEqualTo(orLast(without.latest()));
    }

    @Property
    void a_window_never_turns_round_and_a_day_is_all_of_it(
            @ForAll("worlds") World world, @ForAll("instants") Instant at, @ForAll("days") LocalDate knownOn) {
        var cutoff = outlook(world, at, knownOn).cutoff();

        assertThat(orFirst(cutoff.earliest())).isBeforeOrEqualTo(orLast(cutoff.latest()));
        if (cutoff.day() != null) {
            assertThat(cutoff.earliest()).isEqualTo(cutoff.day());
            assertThat(cutoff.latest()).isEqualTo(cutoff.day());
            assertThat(cutoff.precision()).isEqualTo(Precision.DAY);
        }
    }

    @Property
    void what_is_shown_as_allowed_is_granted_and_nothing_else(
            @ForAll("worlds") World world, @ForAll("instants") Instant at) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var onFile = world.facts().knownOn(today);
        var prospect = Prospect.onFile(Story.BASIC_AUTH, world.tenant(), onFile, today);

        for (var action : outlook(new World(world.tenant(), onFile), at, today).allowedActions()) {
            var verdict = prospect.judge(
                    PROTOCOL, new ExemptionRequest(action.action(), at, action.channel(), "120012345678", null));
            assertThat(verdict instanceof Verdict.Granted)
                    .as("%s at %s: %s, %s", action.action(), at, action.reason(), verdict.reason())
                    .isEqualTo(action.allowed());
        }
    }

    private static Outlook outlook(World world, Instant at, LocalDate knownOn) {
        return Prospect.of(Story.BASIC_AUTH, world.tenant(), world.facts(), knownOn)
                .at(at, line -> line.protocol() == PROTOCOL)
                .getFirst();
    }

    private static LocalDate orNever(Cutoff cutoff) {
        return cutoff.earliest() == null ? LocalDate.MAX : cutoff.earliest();
    }

    private static LocalDate orFirst(LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    private static LocalDate orLast(LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    @Provide
    Arbitrary<World> worlds() {
        return worlds(Arbitraries.oneOf(protections(), selfBlocks()));
    }

    @Provide
    Arbitrary<World> worldsWithoutBlocks() {
        return worlds(protections());
    }

    private Arbitrary<World> worlds(Arbitrary<Exemption> exemptions) {
        var tenants = Arbitraries.of(Cloud.WORLDWIDE, Cloud.WORLDWIDE, Cloud.GCC, Cloud.DOD)
                .map(cloud -> new TenantAttributes(cloud, null));
        return Combinators.combine(
                        tenants,
                        notices().list().ofMaxSize(5),
                        exemptions.list().ofMaxSize(4))
                .as((tenant, notices, ledger) -> new World(tenant, new Facts(notices, ledger)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, HOURS).map(hours -> FIRST.plus(Duration.ofHours(hours)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return instants().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private Arbitrary<VendorNotice> notices() {
        return Combinators.combine(
                        Arbitraries.of(VendorNoticeKind.class),
                        days().injectNull(0.3),
                        instants(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("MC1", "MC2", "MC3"))
                .as((kind, day, publishedAt, isNamed, message) -> new VendorNotice(
                        List.of(PROTOCOL),
                        isNamed ? List.of(PROTOCOL) : List.of(),
                        kind,
                        day,
                        message,
                        publishedAt,
                        publishedAt));
    }

    /** Not only what the rules grant: the ledger must stay sound with anything in it. */
    @Provide
    Arbitrary<Exemption> protections() {
        var terms = Arbitraries.of(
                Tuple.of(ExemptionKind.OPT_OUT, Duration.ZERO), Tuple.of(ExemptionKind.RE_ENABLE, Duration.ofHours(1)));
        var ends = Arbitraries.of(
                        PERMANENT_OFF.minus(Duration.ofDays(40)),
                        PERMANENT_OFF,
                        PERMANENT_OFF.plus(Duration.ofDays(40)))
                .injectNull(0.1);
        return Combinators.combine(
                        terms, instants(), instants().injectNull(0.7), ends, Arbitraries.randomValue(Random::nextLong))
                .as((term, requestedAt, confirmed, end, id) -> new Exemption(
                        new UUID(id, id),
                        PROTOCOL,
                        term.get1(),
                        requestedAt,
                        requestedAt,
                        confirmed == null || confirmed.isBefore(requestedAt) ? null : confirmed,
                        requestedAt.plus(term.get2()),
                        end,
                        null,
                        null,
                        Scope.TENANT));
    }

    private Arbitrary<Exemption> selfBlocks() {
        return Combinators.combine(
                        instants(),
                        instants().injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.randomValue(Random::nextLong))
                .as((requestedAt, revokedAt, forNamedAccounts, id) -> new Exemption(
                        new UUID(id, id),
                        PROTOCOL,
                        ExemptionKind.SELF_BLOCK,
                        requestedAt,
                        requestedAt,
                        null,
                        requestedAt,
                        null,
                        revokedAt,
                        null,
                        new Scope(null, forNamedAccounts, List.of())));
    }
}
