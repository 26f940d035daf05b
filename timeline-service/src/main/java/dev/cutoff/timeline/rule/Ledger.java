package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which one line of one tenant obtains an exemption. The same judgement answers a request and fills {@code
 * allowedActions}, so that what is shown as allowed is never refused.
 *
 * @param coverage by the revision that was in force when it was asked for
 * @param course with all facts on file, whenever they were recorded: people record late
 * @param revisions known when it was asked for
 * @param facts of this line
 */
record Ledger(Coverage coverage, Course course, List<Revision> revisions, Facts facts) {

    Verdict judge(ExemptionRequest request) {
        return switch (request.kind()) {
            case SELF_BLOCK ->
                new Verdict.Granted(
                        request.channel() == null ? Channel.SELF_SERVICE : request.channel(),
                        request.requestedAt(),
                        null,
                        "The tenant may block it itself at any time; a re-enable does not lift that.");
            case OPT_OUT, RE_ENABLE, ALLOWED_APP -> windowed(request);
        };
    }

    private Verdict windowed(ExemptionRequest request) {
        var window = windowAt(request.kind(), request.requestedAt());
        if (window.isPresent()) {
            return request.kind() == ExemptionKind.RE_ENABLE
                    ? reEnable(request, window.get())
                    : inWindow(request, window.get());
        }
        return coverage.isCovered()
                ? notOffered(request.kind())
                : new Verdict.Denied(
                        Denial.NOT_COVERED,
                        "There is nothing to be exempt from: "
                                + coverage.window().reason());
    }

    /** Where this can be obtained: in the window that is open, else in the next one, else in the last there was. */
    Optional<Phase> windowAt(ExemptionKind kind, Instant at) {
        var windows = coverage.windows(kind);
        if (windows.size() < 2) {
            return windows.stream().findFirst();
        }
        return windows.stream()
                .filter(window -> !window.span(coverage.zone()).isOver(at))
                .min(Comparator.comparing(Phase::from))
                .or(() -> windows.stream().max(Comparator.comparing(Phase::from)));
    }

    private Verdict notOffered(ExemptionKind kind) {
        return new Verdict.Denied(
                Denial.NOT_OFFERED,
                "%s offers no %s for %s."
                        .formatted(
                                coverage.source(),
                                Words.of(kind),
                                coverage.line().name()));
    }

    private Verdict inWindow(ExemptionRequest request, Phase window) {
        if (!window.span(coverage.zone()).contains(request.requestedAt())) {
            var what = request.kind() == ExemptionKind.OPT_OUT ? "Opting out" : "Letting single apps through";
            return new Verdict.Denied(
                    Denial.OPT_OUT_WINDOW_CLOSED,
                    "%s is possible %s only (%s).".formatted(what, window.days(), coverage.source()));
        }
        return throughChannel(request, window, window.channel());
    }

    private Verdict reEnable(ExemptionRequest request, Phase window) {
        var span = window.span(coverage.zone());
        if (span.isOver(request.requestedAt())) {
            return new Verdict.Denied(
                    Denial.RE_ENABLE_WINDOW_CLOSED,
                    "Re-enabling was possible until %s (%s).".formatted(window.to(), coverage.source()));
        }
        var isEarly = span.isAfter(request.requestedAt());
        if (isEarly && !isByTicket(request, window)) {
            return new Verdict.Denied(
                    Denial.RE_ENABLE_WINDOW_NOT_OPEN,
                    "Re-enabling is possible %s%s (%s)."
                            .formatted(window.days(), beforeThat(window), coverage.source()));
        }
        var verdict = throughChannel(request, window, isEarly ? window.beforeOpening() : window.channel());
        if (verdict instanceof Verdict.Denied) {
            return verdict;
        }
        if (window.budget() != null && spent() >= window.budget()) {
            return new Verdict.Denied(
                    Denial.BUDGET_SPENT,
                    "%s has been re-enabled already, and that is possible %s for each protocol (%s)."
                            .formatted(coverage.line().name(), times(window.budget()), coverage.source()));
        }
        return isOff(request)
                ? verdict
                : new Verdict.Denied(
                        Denial.NOT_SWITCHED_OFF,
                        "Only what was switched off can be re-enabled, and nothing on file says that %s was; if it is off, say since"
                                        .formatted(coverage.line().name())
                                + " when in observedOffAt.");
    }

    private static boolean isByTicket(ExemptionRequest request, Phase window) {
        if (window.beforeOpening() == null) {
            return false;
        }
        return request.channel() == null ? request.hasReference() : request.channel() == window.beforeOpening();
    }

    private static String beforeThat(Phase window) {
        return window.beforeOpening() == null
                ? ""
                : "; before that by " + Words.of(window.beforeOpening()) + " only, with its reference";
    }

    /** A ticket is taken wherever an easier way is offered: the ledger says what happened, and support can do what the portal does. */
    private Verdict throughChannel(ExemptionRequest request, Phase window, Channel offered) {
        var channel = request.channel() == null ? offered : request.channel();
        if (channel == Channel.SUPPORT_TICKET && !request.hasReference()) {
            return new Verdict.Denied(
                    Denial.REFERENCE_REQUIRED, "A support ticket must be named: send its number as reference.");
        }
        if (channel != offered && channel != Channel.SUPPORT_TICKET) {
            return new Verdict.Denied(
                    Denial.CHANNEL_NOT_AVAILABLE,
                    "Here the %s is asked for by %s, not by %s (%s)."
                            .formatted(
                                    Words.of(request.kind()), Words.of(offered), Words.of(channel), coverage.source()));
        }
        return granted(request, window, channel);
    }

    private Verdict granted(ExemptionRequest request, Phase window, Channel channel) {
        var delay = window.takesEffectWithin();
        var from = delay == null ? request.requestedAt() : request.requestedAt().plus(delay);
        var until = coverage.endOfExemption(window);
        return new Verdict.Granted(channel, from, until, reason(request.kind(), until) + allowance(window));
    }

    private static String allowance(Phase window) {
        return window.allowance() == Allowance.UNKNOWN ? " The vendor has not said how often that is possible." : "";
    }

    private String reason(ExemptionKind kind, Instant until) {
        var begins = coverage.begins();
        if (until == null) {
            return "Possible by " + coverage.source() + ".";
        }
        var lastDay = Words.lastDay(until, coverage.zone());
        return kind == ExemptionKind.OPT_OUT && begins != null && !until.isAfter(begins)
                ? "Lasts until %s, before switching off begins, and so does not move the cutoff (%s)."
                        .formatted(lastDay, coverage.source())
                : "Keeps it on until %s (%s).".formatted(lastDay, coverage.source());
    }

    /** Re-enables that count: not voided, and not taken back before they worked. */
    private long spent() {
        return facts.exemptions().stream()
                .filter(exemption -> exemption.kind() == ExemptionKind.RE_ENABLE)
                .filter(exemption ->
                        exemption.revokedAt() == null || exemption.revokedAt().isAfter(exemption.effectiveFrom()))
                .filter(exemption -> Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, facts.notices())
                        .isEmpty())
                .count();
    }

    private boolean isOff(ExemptionRequest request) {
        return request.observedOffAt() != null
                || course.offAt(request.requestedAt()) != null
                || course.isOffByRuleAt(request.requestedAt())
                || course.isTestedAt(request.requestedAt());
    }

    private static String times(int budget) {
        return budget == 1 ? "once" : budget + " times";
    }
}
