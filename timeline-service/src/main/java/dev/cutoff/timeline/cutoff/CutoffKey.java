package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.json.WireName;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A place in the list: tenant, programme, protocol, auth method, qualifier, all as texts. Ids of tenants are compared as PostgreSQL does
 * it, and so as texts; Java's own order of UUIDs is another.
 */
record CutoffKey(String tenant, String programme, String protocol, String authMethod, String qualifier)
        implements Comparable<CutoffKey> {

    static final int PARTS = 5;

    private static final Comparator<CutoffKey> BY_PARTS = Comparator.comparing(CutoffKey::tenant)
            .thenComparing(CutoffKey::programme)
            .thenComparing(CutoffKey::protocol)
            .thenComparing(CutoffKey::authMethod)
            .thenComparing(CutoffKey::qualifier);

    static CutoffKey of(CutoffLine line) {
        return new CutoffKey(
                line.tenantId().toString(),
                line.programme(),
                WireName.of(line.protocol()),
                WireName.of(line.authMethod()),
                line.qualifier() == null ? "" : line.qualifier());
    }

    /** @throws IllegalArgumentException if these are no parts of a key */
    static CutoffKey of(List<String> parts) {
        var tenant = StrictJson.parseUuid(parts.getFirst()).toString();
        return new CutoffKey(tenant, parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    List<String> parts() {
        return List.of(tenant, programme, protocol, authMethod, qualifier);
    }

    UUID tenantId() {
        return UUID.fromString(tenant);
    }

    @Override
    public int compareTo(CutoffKey other) {
        return BY_PARTS.compare(this, other);
    }
}
