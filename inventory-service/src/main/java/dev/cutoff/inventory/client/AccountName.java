package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.StrictJson;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How callers name an account: by its address, or by the id of a user or an app. */
final class AccountName {

    private static final String AT_ADDRESS =
            "select tenant_id, account_id from account_address where address = :account";

    private AccountName() {}

    /**
     * The condition that finds account {@code a} by parameter {@code account}. Addresses are looked for where all of them are, with or without a
     * tenant by the same index. What is no id is not compared with ids: with both, no index of either would serve.
     */
    static String condition(String account) {
        return isId(account)
                ? """
                (a.tenant_id, a.id) in (
                    %s
                    union all
                    select tenant_id, id from account where id = cast(:account as uuid))
                and (a.label = :account or a.id = cast(:account as uuid))""".formatted(AT_ADDRESS)
                : "(a.tenant_id, a.id) in (%s) and a.label = :account".formatted(AT_ADDRESS);
    }

    /** The ids among them. */
    static List<UUID> ids(Collection<String> accounts) {
        return accounts.stream()
                .filter(AccountName::isId)
                .map(StrictJson::parseUuid)
                .toList();
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
