package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.StrictJson;

/** How callers name an account: by its address, or by the id of a user or an app. */
final class AccountName {

    private AccountName() {}

    /**
     * The condition that finds account {@code a} by parameter {@code account}. What is no id is not compared with ids: with both, no index of
     * either would serve.
     */
    static String condition(String account) {
        return isId(account) ? "a.label = :account or a.id = cast(:account as uuid)" : "a.label = :account";
    }

    private static boolean isId(String account) {
        try {
            StrictJson.parseUuid(account);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
