package dev.cutoff.timeline.rule;

/** The rule that a request for an exemption breaks. */
public enum Denial {
    /** No rule speaks of this line to this tenant, or it says that nothing happens to it. */
    NOT_COVERED,
    /** The line is covered, and this kind of exemption is not offered for it. */
    NOT_OFFERED,
    OPT_OUT_WINDOW_CLOSED,
    /** Before the window opens, a support ticket is the only way. */
    RE_ENABLE_WINDOW_NOT_OPEN,
    RE_ENABLE_WINDOW_CLOSED,
    CHANNEL_NOT_AVAILABLE,
    /** A support ticket that cannot be named proves nothing. */
    REFERENCE_REQUIRED,
    BUDGET_SPENT,
    /** Only what was switched off can be re-enabled. */
    NOT_SWITCHED_OFF
}
