package dev.cutoff.notification.policy;

import dev.cutoff.commons.change.ChangeLog;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of a policy.
 *
 * @param tenantId {@link ChangeLog#NO_TENANT} for all
 * @param programme empty for all
 */
record PolicyKey(UUID tenantId, String programme) {

    static final String PROGRAMME = "[a-z0-9]+(-[a-z0-9]+){0,20}";
    static final String A_PROGRAMME = "must be the id of a programme such as exchange-online-basic-auth";

    static final PolicyKey ALL = new PolicyKey(ChangeLog.NO_TENANT, "");

    static PolicyKey of(UUID tenant) {
        return new PolicyKey(tenant, "");
    }

    /** As feed and trail call it: {@code all}, the tenant's id, or that and the programme. */
    static PolicyKey parse(String id) {
        if (id.equals("all")) {
            return ALL;
        }
        var parts = id.split("/", 2);
        return new PolicyKey(UUID.fromString(parts[0]), parts.length < 2 ? "" : parts[1]);
    }

    String id() {
        return isOfAll() ? "all" : programme.isEmpty() ? tenantId.toString() : tenantId + "/" + programme;
    }

    boolean isOfAll() {
        return tenantId.equals(ChangeLog.NO_TENANT);
    }

    boolean isOfProgramme() {
        return !programme.isEmpty();
    }

    @Nullable UUID shownTenant() {
        return isOfAll() ? null : tenantId;
    }

    @Nullable String shownProgramme() {
        return programme.isEmpty() ? null : programme;
    }

    /** From this to the widest. */
    List<PolicyKey> wider() {
        return Stream.of(this, of(tenantId), ALL).distinct().toList();
    }
}
