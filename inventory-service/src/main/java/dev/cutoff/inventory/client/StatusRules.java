package dev.cutoff.inventory.client;

import static dev.cutoff.inventory.client.ClientStatus.DISCOVERED;
import static dev.cutoff.inventory.client.ClientStatus.EXCEPTED;
import static dev.cutoff.inventory.client.ClientStatus.IN_PROGRESS;
import static dev.cutoff.inventory.client.ClientStatus.MIGRATED;
import static dev.cutoff.inventory.client.ClientStatus.OWNER_ASSIGNED;
import static dev.cutoff.inventory.client.ClientStatus.PLANNED;
import static dev.cutoff.inventory.client.ClientStatus.RETIRED;
import static dev.cutoff.inventory.client.ClientStatus.UNVERIFIED;
import static dev.cutoff.inventory.client.ClientStatus.VERIFIED;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which status a person may give to a client that has another. A source may give any: it tells what happened elsewhere.
 *
 * <p>The way is discovered, owner-assigned, planned, in-progress, migrated, verified; steps may be skipped, but nothing is verified that
 * was not said to be migrated, and what is retired is reopened before it is worked on.
 */
final class StatusRules {

    private static final Set<ClientStatus> OPEN = EnumSet.of(DISCOVERED, OWNER_ASSIGNED, PLANNED, IN_PROGRESS);

    /** What became of a wish. */
    sealed interface Verdict {

        record Legal() implements Verdict {}

        /**
         * @param reason why not, in words
         * @param reachable what may be instead
         */
        record Illegal(String reason, Set<ClientStatus> reachable) implements Verdict {}
    }

    private StatusRules() {}

    /** @param hasOwner whether somebody answers for the client once it has that status */
    static Verdict judge(ClientStatus from, ClientStatus to, boolean hasOwner) {
        if (from == to) {
            return new Verdict.Legal();
        }
        var reachable = reachable(from, hasOwner);
        if (reachable.contains(to)) {
            return new Verdict.Legal();
        }
        return new Verdict.Illegal(reason(from, to, hasOwner), reachable);
    }

    static Set<ClientStatus> reachable(ClientStatus from, boolean hasOwner) {
        var reachable = switch (from) {
            case DISCOVERED, OWNER_ASSIGNED, PLANNED, IN_PROGRESS, EXCEPTED -> with(OPEN, MIGRATED, RETIRED, EXCEPTED);
            case MIGRATED, UNVERIFIED -> EnumSet.of(IN_PROGRESS, MIGRATED, UNVERIFIED, VERIFIED, RETIRED, EXCEPTED);
            case VERIFIED -> EnumSet.of(IN_PROGRESS, UNVERIFIED, RETIRED);
            case RETIRED -> EnumSet.of(DISCOVERED, OWNER_ASSIGNED);
        };
        reachable.remove(from);
        if (!hasOwner) {
            reachable.remove(OWNER_ASSIGNED);
        }
        return reachable;
    }

    private static EnumSet<ClientStatus> with(Set<ClientStatus> some, ClientStatus... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    private static String reason(ClientStatus from, ClientStatus to, boolean hasOwner) {
        if (to == OWNER_ASSIGNED && !hasOwner) {
            return "nobody answers for it";
        }
        if (from == RETIRED) {
            return "it is retired, and must be reopened first";
        }
        if (to == VERIFIED) {
            return "only what is said to be migrated can be verified";
        }
        if (to == UNVERIFIED) {
            return "only a migration can be in doubt";
        }
        return "it is migrated already; take it back into progress first";
    }
}
