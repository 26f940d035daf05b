package dev.cutoff.commons.problem;

import java.net.URI;

/**
 * One way in which a service says no: the half of a problem that never changes, so that a client may switch on it.
 *
 * @param slug what is wrong, in kebab-case; the last part of the URN
 * @param status the HTTP status that always goes with it
 * @param title the same in words, without anything about the single case
 */
public record ProblemType(String slug, int status, String title) {

    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", 400, "The request has invalid fields");
    public static final ProblemType MALFORMED_BODY = new ProblemType("malformed-body", 400, "The body cannot be read");
    public static final ProblemType INVALID_CURSOR =
            new ProblemType("invalid-cursor", 400, "The cursor does not belong to this list");
    public static final ProblemType NARROW_THE_FILTER =
            new ProblemType("narrow-the-filter", 400, "The list is too long to be sorted this way");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "A valid bearer token is needed");
    public static final ProblemType ROLE_MISSING =
            new ProblemType("role-missing", 403, "The token lacks the role for this operation");
    public static final ProblemType SCOPE_TOO_NARROW =
            new ProblemType("scope-too-narrow", 403, "The token does not see every tenant that this concerns");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is no such resource");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "The resource does not know this method");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "The resource has no such representation");
    public static final ProblemType CURSOR_EXPIRED =
            new ProblemType("cursor-expired", 410, "The feed cannot go on from this cursor");
    public static final ProblemType STALE_VERSION =
            new ProblemType("stale-version", 412, "The resource has changed since it was read");
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "The body is in a format that is not understood here");
    public static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "The Idempotency-Key belongs to another request");
    public static final ProblemType VERSION_REQUIRED =
            new ProblemType("version-required", 428, "The change must name the version it is based on");
    public static final ProblemType TOO_MANY_REQUESTS =
            new ProblemType("too-many-requests", 429, "There were too many requests of this kind");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "The service failed");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "The service cannot answer just now");

    /** The {@code type} member of the problem: {@code urn:cutoff:problem:SLUG}. */
    public URI uri() {
        return URI.create("urn:cutoff:problem:" + slug);
    }
}
