package dev.cutoff.commons.security;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that somebody may see.
 *
 * @param all every tenant, now and later
 * @param tenants those tenants; empty when {@code all}
 */
public record TenantScope(boolean all, Set<UUID> tenants) {

    public static final TenantScope ALL = new TenantScope(true, Set.of());
    public static final TenantScope NONE = new TenantScope(false, Set.of());

    public static TenantScope of(Collection<UUID> tenants) {
        return new TenantScope(false, Set.copyOf(tenants));
    }

    public boolean sees(UUID tenant) {
        return all || tenants.contains(tenant);
    }

    /**
     * Answers a tenant outside the scope as one that does not exist.
     *
     * @throws Refusal 404
     */
    public UUID require(UUID tenant) {
        if (!sees(tenant)) {
            throw unknownTenant(tenant);
        }
        return tenant;
    }

    /**
     * For what concerns every tenant.
     *
     * @param detail what is needed, and what may be done instead
     * @throws Refusal 403 unless all are seen
     */
    public void requireAll(String detail) {
        if (!all) {
            throw new Refusal(ProblemType.SCOPE_TOO_NARROW, detail);
        }
    }

    /** What is said of a tenant that does not exist, and of one that may not be seen. */
    public static Refusal unknownTenant(UUID tenant) {
        return Refusal.notFound("Tenant", tenant);
    }

    /** The part of this scope that a caller asked for: one tenant, or all of it. */
    public TenantScope narrowedTo(@Nullable UUID tenant) {
        return tenant == null ? this : of(Set.of(require(tenant)));
    }

    /** For {@code tenant_id = any(:scope)}. */
    public UUID[] array() {
        return tenants.toArray(UUID[]::new);
    }

    /** The value of {@code app.tenants} that row-level security reads: {@code *}, or ids separated by commas. */
    public String setting() {
        return all ? "*" : tenants.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }
}
