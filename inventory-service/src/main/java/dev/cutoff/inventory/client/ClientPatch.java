package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What shall be different in a client. */
final class ClientPatch {

    private ClientPatch() {}

    /** With {@code account}, which is a list of one, as {@code accounts}. */
    static ObjectNode withAccounts(ObjectNode patch, String pointer) {
        if (!patch.has("account")) {
            return patch;
        }
        if (patch.has("accounts")) {
            throw Refusal.invalidField(pointer + "/account", "must not stand beside accounts, which lists all of them");
        }
        var account = patch.remove("account");
        if (account.isNull()) {
            patch.putNull("accounts");
        } else if (account.isTextual()) {
            patch.putArray("accounts").add(account);
        } else {
            throw Refusal.invalidField(pointer + "/account", "must be a text");
        }
        return patch;
    }

    /**
     * Takes out what a person has set and the patch would change.
     *
     * @return the names of the fields that were taken out
     */
    static List<String> withoutFieldsOfPeople(ObjectNode patch, JsonNode content, List<String> personFields) {
        var ignored = new ArrayList<String>();
        for (var field : personFields) {
            var wanted = patch.get(field);
            if (wanted != null && !wanted.equals(content.path(field))) {
                patch.remove(field);
                ignored.add(field);
            }
        }
        return ignored;
    }
}
