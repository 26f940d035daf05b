package dev.cutoff.commons.time;

/**
 * What a service does by itself once time has moved: follow feeds, plan, send. In production a schedule drives it; in local mode
 * {@code PUT /local/clock} runs it to its end before it answers.
 */
public interface Settling {

    /** Does all that is due by now. Repeating it does nothing more. */
    void settle();

    /** Lower ones settle first: feeds before plans before mail. */
    int order();
}
