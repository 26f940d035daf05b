package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.problem.Refusal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What shall be different in a client. */
final class ClientPatch {

    static final String STATUS = "status";
    static final String STATUS_REASON = "statusReason";

    /** What may be set of a client. */
    static final Set<String> FIELDS = Arrays.stream(ClientContent.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(LinkedHashSet::new));

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

    /** A new status has a reason of its own: the one beside it, else the one of the request. */
    static ClientContent explained(
            ClientContent after, @Nullable ClientStatus before, JsonNode patch, @Nullable String reason) {
        return after.status() == before || patch.hasNonNull(STATUS_REASON) ? after : after.withStatusReason(reason);
    }

    /** The fields that a person sets by a patch. */
    static Set<String> fields(JsonNode patch) {
        var fields = new TreeSet<String>();
        patch.fieldNames().forEachRemaining(fields::add);
        return withReason(fields);
    }

    /** The reason for a status goes with it. */
    static Set<String> withReason(Collection<String> fields) {
        var all = new TreeSet<>(fields);
        if (all.contains(STATUS)) {
            all.add(STATUS_REASON);
        }
        return all;
    }
}
