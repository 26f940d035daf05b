package dev.cutoff.inventory.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What was stated of a client, by a source, a person or evidence: all from which the rest of it is worked out.
 *
 * @param content with the addresses of its accounts as they are now, and the status and owner that were stated
 * @param accountIds in their order
 * @param personFields fields that a person has set
 * @param fieldSources by field, the source that has set it
 * @param touched a person has changed it
 * @param isDiscovered only evidence speaks of it
 */
record StoredClient(
        UUID id,
        UUID tenantId,
        long version,
        ClientContent content,
        List<UUID> accountIds,
        List<String> personFields,
        Map<String, String> fieldSources,
        boolean touched,
        boolean isDiscovered) {

    /** Whether the content and the accounts are what they are already; accounts are compared by id, however they are called now. */
    boolean has(ClientContent other, List<UUID> otherAccountIds) {
        return otherAccountIds.equals(accountIds)
                && other.withAccounts(content.accounts()).equals(content);
    }

    /** The client as a source has it, one version on; the same client if nothing differs. */
    StoredClient setBySource(ClientContent other, List<UUID> otherAccountIds, Map<String, String> sources) {
        var isSame = has(other, otherAccountIds);
        if (isSame && sources.equals(fieldSources)) {
            return this;
        }
        return new StoredClient(
                id,
                tenantId,
                isSame ? version : version + 1,
                isSame ? content : other,
                otherAccountIds,
                personFields,
                sources,
                touched,
                isDiscovered);
    }

    /** The client as a person has it, one version on, with these fields kept from sources; the same client if nothing differs. */
    StoredClient setByPerson(ClientContent other, List<UUID> otherAccountIds, Collection<String> fields) {
        var claimed = new TreeSet<>(personFields);
        claimed.addAll(fields);
        if (has(other, otherAccountIds) && List.copyOf(claimed).equals(personFields)) {
            return this;
        }
        return new StoredClient(
                id,
                tenantId,
                version + 1,
                other,
                otherAccountIds,
                new ArrayList<>(claimed),
                fieldSources,
                true,
                isDiscovered);
    }

    /**
     * The client one version on, with these fields no person's any more: what they hold stays until whoever may set them says another. The same
     * client if no person has set any of them.
     */
    StoredClient handedBack(Collection<String> fields) {
        var kept = new ArrayList<>(personFields);
        if (!kept.removeAll(ClientPatch.withReason(fields))) {
            return this;
        }
        return new StoredClient(
                id, tenantId, version + 1, content, accountIds, kept, fieldSources, touched, isDiscovered);
    }
}
