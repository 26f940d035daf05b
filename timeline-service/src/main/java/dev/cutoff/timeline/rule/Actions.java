package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tenant can do about a line at an instant, and by when it must have decided. */
record Actions(Ledger ledger, Timeline timeline, Instant at) {

    private static final List<ExemptionKind> KINDS = List.of(
            ExemptionKind.OPT_OUT, ExemptionKind.RE_ENABLE, ExemptionKind.ALLOWED_APP, ExemptionKind.SELF_BLOCK);

    List<AllowedAction> allowed() {
        return KINDS.stream().filter(this::isWorthAWord).map(this::allowed).toList();
    }

    /** A list of apps is so rare an offer that only a rule that makes it brings it up. */
    private boolean isWorthAWord(ExemptionKind kind) {
        return kind != ExemptionKind.ALLOWED_APP
                || !ledger.coverage().windows(kind).isEmpty();
    }

    private AllowedAction allowed(ExemptionKind kind) {
        var verdict = ledger.judge(ExemptionRequest.hypothetical(kind, at));
        var isAllowed = verdict instanceof Verdict.Granted;
        if (kind == ExemptionKind.SELF_BLOCK) {
            return new AllowedAction(kind, isAllowed, verdict.reason(), null, null, Channel.SELF_SERVICE, null);
        }
        var window = window(kind).orElse(null);
        if (window == null) {
            return new AllowedAction(kind, isAllowed, verdict.reason(), null, null, null, null);
        }
        var span = window.span(ledger.coverage().zone());
        if (!(verdict instanceof Verdict.Granted granted)) {
            return new AllowedAction(kind, false, verdict.reason(), span.from(), span.until(), window.channel(), null);
        }
        var isEarly = span.isAfter(at);
        return new AllowedAction(
                kind,
                true,
                isEarly ? early(window, granted) : granted.reason(),
                isEarly ? begins() : span.from(),
                span.until(),
                isEarly ? granted.channel() : window.channel(),
                granted.until());
    }

    private static String early(Phase window, Verdict.Granted granted) {
        return "Before %s by support ticket only, with its reference. ".formatted(window.from()) + granted.reason();
    }

    /** What remains possible for one whose request was refused: now, or later, or on a condition that the reason names. */
    List<AllowedAction> remaining() {
        return allowed().stream()
                .filter(action -> action.allowed() || isStillPossible(action))
                .toList();
    }

    private boolean isStillPossible(AllowedAction action) {
        return action.channel() != null
                && (action.until() == null || at.isBefore(action.until()))
                && ledger.judge(ExemptionRequest.hypothetical(action.action(), at)) instanceof Verdict.Denied denied
                && denied.denial() != Denial.BUDGET_SPENT;
    }

    /**
     * The last day on which a decision still changes the cutoff: of what is allowed now, or announced and not open yet, the one that
     * ends first. Null where nothing would change it, or where the tenant is exempt already.
     */
    @Nullable LocalDate decisionBy() {
        var standing = timeline.at(at);
        return switch (standing.state()) {
            case UNKNOWN, NOT_AFFECTED, EXEMPT, OFF_FOR_GOOD, BLOCKED_BY_TENANT -> null;
            case OFF, TEMPORARILY_OFF -> earliestEnd(Stream.of(ExemptionKind.RE_ENABLE));
            case WORKING, ROLLING_OUT, SCHEDULED ->
                Stream.of(
                                deadline(),
                                earliestEnd(Stream.of(
                                        ExemptionKind.OPT_OUT, ExemptionKind.RE_ENABLE, ExemptionKind.ALLOWED_APP)))
                        .flatMap(Stream::ofNullable)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        };
    }

    /** A day that the vendor has named for the decision, where what it is about can still be asked for later. */
    private @Nullable LocalDate deadline() {
        return ledger.coverage()
                .phase(PhaseKind.DECISION_DEADLINE)
                .filter(deadline -> !deadline.span(ledger.coverage().zone()).isOver(at))
                .map(Phase::to)
                .orElse(null);
    }

    private @Nullable LocalDate earliestEnd(Stream<ExemptionKind> kinds) {
        return kinds.flatMap(kind -> window(kind)
                        .filter(window -> isOpenOrAhead(kind, window) && changesTheCutoff(window))
                        .flatMap(window -> Optional.ofNullable(window.to()))
                        .stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isOpenOrAhead(ExemptionKind kind, Phase window) {
        return window.span(ledger.coverage().zone()).isAfter(at)
                || ledger.judge(ExemptionRequest.hypothetical(kind, at)) instanceof Verdict.Granted;
    }

    /** An exemption that ends before anything can happen decides nothing. */
    private boolean changesTheCutoff(Phase window) {
        var until = ledger.coverage().endOfExemption(window);
        var earliest = timeline.cutoffAt(at).earliest();
        return until == null
                || earliest == null
                || until.isAfter(earliest.atStartOfDay(ledger.coverage().zone()).toInstant());
    }

    private Optional<Phase> window(ExemptionKind kind) {
        return ledger.windowAt(kind, at);
    }

    private @Nullable Instant begins() {
        var revision = ledger.coverage().revision();
        return revision == null ? null : revision.begins();
    }
}
