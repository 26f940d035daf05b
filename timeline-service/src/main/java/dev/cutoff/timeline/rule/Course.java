package dev.cutoff.timeline.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one line of one tenant has been and will be through, as far as it is known, and the decision on any instant.
 *
 * @param tests temporary tests of this very protocol
 * @param sweepingTests temporary tests of all that is being rolled out, against which an exemption protects
 * @param scheduled while a named day lay ahead
 * @param selfBlocks while the tenant blocked the line itself
 */
record Course(
        Coverage coverage,
        List<SwitchOff> switchOffs,
        List<Protection> protections,
        List<Span> tests,
        List<Span> sweepingTests,
        List<Span> scheduled,
        List<SelfBlock> selfBlocks) {

    /** MC286990: a temporary test takes 12 to 48 hours. For a notice about one where no known revision announces any. */
    private static final Duration LONGEST_TEST = Duration.ofHours(48);

    /**
     * @param known what had been announced on the day in question, oldest first
     * @param own facts of this line, those known on that day
     */
    static Course of(List<Revision> known, Coverage coverage, TenantAttributes tenant, Facts own) {
        if (own.isEmpty()) {
            return new Course(coverage, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        var hasTests = own.notices().stream().anyMatch(notice -> notice.kind() == VendorNoticeKind.TEMPORARILY_OFF);
        var longestTest = hasTests ? longestTest(known, tenant, coverage.line()) : LONGEST_TEST;
        var comebacks = own.exemptions().stream()
                .filter(exemption -> exemption.kind() == ExemptionKind.RE_ENABLE && exemption.everWorked())
                .map(Exemption::effectiveFrom)
                .toList();
        var replay = Replay.of(own.notices(), coverage.line().protocol(), coverage.zone(), longestTest, comebacks);
        var allowList = AllowList.of(own.exemptions());
        return new Course(
                coverage,
                Stream.concat(replay.switchOffs().stream(), SwitchOff.seen(own, coverage.zone()))
                        .toList(),
                Stream.concat(
                                Protection.of(coverage, known, own, replay.reEnabled()).stream(),
                                Protection.of(allowList, coverage, known, own).stream())
                        .toList(),
                existing(replay.tests().stream()),
                existing(replay.sweepingTests().stream()),
                existing(replay.scheduled().stream()),
                SelfBlock.of(coverage.line(), own.exemptions(), allowList));
    }

    private static List<Span> existing(Stream<Span> spans) {
        return spans.filter(span -> !span.isEmpty()).toList();
    }

    /** Tests outlive the revision that announced them: the latest that speaks of them holds. */
    private static Duration longestTest(List<Revision> known, TenantAttributes tenant, Line line) {
        return IntStream.iterate(known.size(), size -> size > 0, size -> size - 1)
                .mapToObj(size -> Coverage.of(known.subList(0, size), tenant, line))
                .flatMap(coverage -> coverage.phase(PhaseKind.TEMPORARY_TEST).stream())
                .flatMap(phase -> Optional.ofNullable(phase.lasts()).stream())
                .findFirst()
                .orElse(LONGEST_TEST);
    }

    /** Every instant at which something may become different. */
    TreeSet<Instant> turns() {
        var turns = new TreeSet<Instant>();
        coverage.turns().forEach(turns::add);
        switchOffs.forEach(off -> turns.add(off.at()));
        protections.forEach(protection -> protection.span().addTurns(turns));
        selfBlocks.forEach(block -> block.span().addTurns(turns));
        tests.forEach(span -> span.addTurns(turns));
        sweepingTests.forEach(span -> span.addTurns(turns));
        scheduled.forEach(span -> span.addTurns(turns));
        return turns;
    }

    /**
     * The decision. The vendor's switch comes first, for nothing of the tenant's is stronger; then what the tenant blocked itself; then
     * the vendor's tests; then what keeps the line on; then the day that lies ahead; and if none of these, the rule alone.
     */
    Standing at(Instant at) {
        var off = offAt(at);
        if (off != null) {
            return new Standing(isForGood(at) ? State.OFF_FOR_GOOD : State.OFF, off.basis(), stop(off, at));
        }
        if (isOver(at)) {
            return new Standing(State.OFF_FOR_GOOD, Basis.ANNOUNCED, null);
        }
        var block = selfBlocks.stream()
                .filter(own -> own.span().contains(at))
                .min(Comparator.comparing(SelfBlock::since).thenComparing(SelfBlock::words));
        if (block.isPresent()) {
            return block.get().standing(coverage.zone());
        }
        if (isIn(tests, at)) {
            return new Standing(State.TEMPORARILY_OFF, Basis.CONFIRMED, null);
        }
        var protection = protectionAt(at);
        if (protection.isPresent()) {
            return new Standing(State.EXEMPT, protection.get().basisAt(at), null);
        }
        if (isIn(sweepingTests, at)) {
            return new Standing(State.TEMPORARILY_OFF, Basis.CONFIRMED, null);
        }
        if (isIn(scheduled, at)) {
            return new Standing(State.SCHEDULED, Basis.CONFIRMED, null);
        }
        var state = coverage.stateAt(at);
        return new Standing(
                coverage.isOverAt(at) ? State.ROLLING_OUT : state,
                state == State.UNKNOWN ? null : Basis.ANNOUNCED,
                null);
    }

    /** Whether the vendor's switch is off: it was turned, nothing stood against it, and nothing has turned it on again. */
    @Nullable SwitchOff offAt(Instant at) {
        if (switchOffs.isEmpty()) {
            return null;
        }
        var last = switchOffs.stream()
                .filter(off -> !off.at().isAfter(at) && (off.isFact() || !isShielded(off)))
                .max(Comparator.comparing(SwitchOff::at).thenComparing(SwitchOff::isFact))
                .orElse(null);
        return last == null || protections.stream().anyMatch(protection -> turnsOn(protection, last, at)) ? null : last;
    }

    /** Whether it is off because the vendor's step has reached everybody, and nothing keeps it on. */
    boolean isOffByRuleAt(Instant at) {
        return coverage.stateAt(at) == State.OFF && protectionAt(at).isEmpty();
    }

    boolean isTestedAt(Instant at) {
        return isIn(tests, at) || isIn(sweepingTests, at);
    }

    Optional<Protection> protectionAt(Instant at) {
        return protections.stream()
                .filter(protection -> protection.span().contains(at))
                .min(Comparator.comparing(protection -> protection.basisAt(at) != Basis.CONFIRMED));
    }

    private boolean isShielded(SwitchOff off) {
        return protections.stream().anyMatch(protection -> protection.span().contains(off.at()));
    }

    private static boolean turnsOn(Protection protection, SwitchOff off, Instant at) {
        return hasTurnedOn(protection, off, at) && !isTakenBackBy(protection, at);
    }

    private static boolean hasTurnedOn(Protection protection, SwitchOff off, Instant at) {
        var begins = protection.span().from();
        return protection.isComeback() && begins != null && !begins.isBefore(off.at()) && !begins.isAfter(at);
    }

    private static boolean isTakenBackBy(Protection protection, Instant at) {
        return protection.isTakenBack() && protection.span().isOver(at);
    }

    /** When the stop took place that holds at an instant: the vendor's, or later, when the tenant took back what had undone that. */
    private Cutoff stop(SwitchOff off, Instant at) {
        return protections.stream()
                .filter(protection -> hasTurnedOn(protection, off, at) && isTakenBackBy(protection, at))
                .flatMap(protection -> Stream.ofNullable(protection.span().until()))
                .max(Comparator.naturalOrder())
                .map(coverage::dayOf)
                .map(day ->
                        Cutoff.on(day, "Off again since %s, when what had turned it on was taken back.".formatted(day)))
                .orElse(off.cutoff());
    }

    /**
     * Off without a way back: the re-enable window has closed, or the rule never had one. What is off before the vendor's general
     * switching-off, as unused or by mistake, is not lost for good.
     */
    private boolean isForGood(Instant at) {
        return coverage.isCovered() && coverage.hasBegunAt(at) && !coverage.hasWayBackAt(at);
    }

    /** Off for everybody; a day that the vendor names for later is its word to this tenant, and goes before. */
    private boolean isOver(Instant at) {
        return coverage.isCovered()
                && coverage.isOverAt(at)
                && switchOffs.stream().noneMatch(off -> off.at().isAfter(at));
    }

    private static boolean isIn(List<Span> spans, Instant at) {
        for (var span : spans) {
            if (span.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
