package dev.cutoff.commons.security;

/**
 * On whose behalf the code runs.
 *
 * @param name for the audit trail: the token's subject, or the job's name
 * @param scope the tenants that may be seen
 */
public record Caller(String name, TenantScope scope) {

    /** Nobody: sees nothing. */
    public static final Caller NOBODY = new Caller("nobody", TenantScope.NONE);

    /** Work of our own that concerns all tenants, such as following a feed. */
    public static Caller system(String name) {
        return new Caller("system:" + name, TenantScope.ALL);
    }
}
