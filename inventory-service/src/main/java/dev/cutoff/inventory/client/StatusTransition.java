package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;

/** The step from one status to another as a person asks for it. */
final class StatusTransition {

    private static final ProblemType ILLEGAL =
            new ProblemType("status-not-reachable", 409, "The client cannot go from its status to that one");

    private StatusTransition() {}

    /**
     * @param from the status that it has
     * @param shown the client as it is shown
     * @throws Refusal 409 with the statuses that may be given instead
     */
    static void require(ClientStatus from, Client shown, ClientContent wanted) {
        var hasOwner = wanted.ownerEmail() != null || shown.owner() != null;
        if (wanted.status() == null
                || !(StatusRules.judge(from, wanted.status(), hasOwner)
                        instanceof StatusRules.Verdict.Illegal illegal)) {
            return;
        }
        var reachable = illegal.reachable().stream().map(WireName::of).toList();
        throw new Refusal(
                        ILLEGAL,
                        "From %s to %s: %s. It can become %s"
                                .formatted(
                                        WireName.of(from),
                                        WireName.of(wanted.status()),
                                        illegal.reason(),
                                        String.join(", ", reachable)))
                .with("reachable", reachable);
    }
}
