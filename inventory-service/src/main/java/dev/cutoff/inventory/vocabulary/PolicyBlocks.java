package dev.cutoff.inventory.vocabulary;

import java.util.Set;

/**
 * The vendor's error codes of sign-ins that a policy of the tenant stopped: Conditional Access, or security defaults. Policies are asked
 * behind the password, so whoever is stopped by one is there and depends on what it tried; a wrong password or a locked account says nothing of
 * the kind.
 */
public final class PolicyBlocks {

    private final Set<Integer> errorCodes;

    private PolicyBlocks(Set<Integer> errorCodes) {
        this.errorCodes = errorCodes;
    }

    public static PolicyBlocks of(Set<Integer> errorCodes) {
        return new PolicyBlocks(Set.copyOf(errorCodes));
    }

    public boolean has(int errorCode) {
        return errorCodes.contains(errorCode);
    }
}
