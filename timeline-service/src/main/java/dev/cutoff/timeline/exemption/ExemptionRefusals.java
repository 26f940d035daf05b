package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.AllowedAction;
import dev.cutoff.timeline.rule.Denial;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.Verdict;
import java.util.List;

/** How the ledger says no: a problem type for each rule, so that a caller can tell them apart. */
final class ExemptionRefusals {

    static final ProblemType ALREADY_CONFIRMED =
            new ProblemType("already-confirmed", 409, "The exemption has been confirmed before");
    static final ProblemType ALREADY_REVOKED =
            new ProblemType("already-revoked", 409, "The exemption has been taken back");

    private static final ProblemType NOT_COVERED =
            new ProblemType("protocol-not-covered", 409, "No rule switches this protocol off for the tenant");
    private static final ProblemType NOT_OFFERED =
            new ProblemType("exemption-not-offered", 409, "The rule offers no such exemption");
    private static final ProblemType OPT_OUT_WINDOW_CLOSED =
            new ProblemType("opt-out-window-closed", 409, "The time to opt out is another");
    private static final ProblemType RE_ENABLE_WINDOW_NOT_OPEN =
            new ProblemType("re-enable-window-not-open", 409, "The time to re-enable has not begun");
    private static final ProblemType RE_ENABLE_WINDOW_CLOSED =
            new ProblemType("re-enable-window-closed", 409, "The time to re-enable is over");
    private static final ProblemType CHANNEL_NOT_AVAILABLE =
            new ProblemType("channel-not-available", 409, "The rule offers another way to ask");
    private static final ProblemType REFERENCE_REQUIRED =
            new ProblemType("reference-required", 409, "A support ticket needs its number");
    private static final ProblemType BUDGET_SPENT =
            new ProblemType("re-enable-budget-spent", 409, "The protocol has been re-enabled as often as is possible");
    private static final ProblemType NOT_SWITCHED_OFF =
            new ProblemType("not-switched-off", 409, "Only what was switched off can be re-enabled");

    private ExemptionRefusals() {}

    /**
     * @param denied the first protocol that is refused, and why
     * @param protocols all that are; the others of the request are not accepted either
     * @param allowed what is still possible for the first, until when and through which channel
     */
    static Refusal of(Verdict.Denied denied, List<Protocol> protocols, List<AllowedAction> allowed) {
        return new Refusal(type(denied.denial()), denied.reason())
                .with("protocols", protocols)
                .with("allowed", allowed);
    }

    private static ProblemType type(Denial denial) {
        return switch (denial) {
            case NOT_COVERED -> NOT_COVERED;
            case NOT_OFFERED -> NOT_OFFERED;
            case OPT_OUT_WINDOW_CLOSED -> OPT_OUT_WINDOW_CLOSED;
            case RE_ENABLE_WINDOW_NOT_OPEN -> RE_ENABLE_WINDOW_NOT_OPEN;
            case RE_ENABLE_WINDOW_CLOSED -> RE_ENABLE_WINDOW_CLOSED;
            case CHANNEL_NOT_AVAILABLE -> CHANNEL_NOT_AVAILABLE;
            case REFERENCE_REQUIRED -> REFERENCE_REQUIRED;
            case BUDGET_SPENT -> BUDGET_SPENT;
            case NOT_SWITCHED_OFF -> NOT_SWITCHED_OFF;
        };
    }
}
