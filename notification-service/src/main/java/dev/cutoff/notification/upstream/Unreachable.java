package dev.cutoff.notification.upstream;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;

/** Another service gave no usable answer. Nothing is planned on a guess; it is tried again. */
public final class Unreachable extends RuntimeException {

    private final String service;

    /** @param service as people call it: inventory, timeline */
    public Unreachable(String service, Throwable cause) {
        super(service + " gives no usable answer: " + cause.getMessage(), cause);
        this.service = service;
    }

    /** What a caller is told who cannot be answered without it. */
    public Refusal asRefusal() {
        return new Refusal(ProblemType.UNAVAILABLE, "The service " + service + " cannot be reached; try again");
    }
}
