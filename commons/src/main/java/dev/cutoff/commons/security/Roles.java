package dev.cutoff.commons.security;

/** The roles that a token may carry; each method of the API names those that may call it. */
public final class Roles {

    /** Reads. */
    public static final String VIEWER = "viewer";
    /** Reads, and writes inventory, exemptions and vendor notices. */
    public static final String OPERATOR = "operator";
    /** All of that, and dispatch, revisions and policies. */
    public static final String ADMIN = "admin";
    /** Another service of the suite: reads. */
    public static final String SERVICE = "service";

    private Roles() {}
}
