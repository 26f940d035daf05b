package dev.cutoff.commons.precondition;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The version number of a resource as its strong ETag: {@code "7"}. */
public final class Versioned {

    private Versioned() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The resource with its ETag, or 304 if the caller has this version already. */
    public static Response answer(Request request, Object resource, long version) {
        return answer(request, tag(version), () -> Response.ok(resource));
    }

    /**
     * The same of a resource without a version number.
     *
     * @param tag strong, other for other content
     * @param content what is answered to a caller who has another content, or none
     */
    public static Response answer(Request request, EntityTag tag, Supplier<Response.ResponseBuilder> content) {
        var conditions = request.evaluatePreconditions(tag);
        var answer = conditions == null && isKnownWeakly(request, tag) ? Response.notModified() : conditions;
        return (answer == null ? content.get() : answer).tag(tag).build();
    }

    /** If-None-Match compares weakly (RFC 9110, section 13.1.2): proxies that compress make {@code W/"7"} of {@code "7"}. */
    private static boolean isKnownWeakly(Request request, EntityTag tag) {
        var weakly = request.evaluatePreconditions(new EntityTag(tag.getValue(), true));
        return weakly != null && weakly.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
    }

    /**
     * Lets a change through only if it is based on the version at hand. Call it after the resource was loaded, so that what may
     * not be seen is 404 first.
     *
     * @param ifMatch the {@code If-Match} header: {@code "7"}, several separated by commas, or {@code *}
     * @throws Refusal 428 without the header, 412 if it names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    ProblemType.VERSION_REQUIRED,
                    "Read the resource first and send its ETag as If-Match: \"" + version + "\"");
        }
        var expected = "\"" + version + "\"";
        for (var tag : ifMatch.split(",")) {
            if (tag.strip().equals("*") || tag.strip().equals(expected)) {
                return;
            }
        }
        throw new Refusal(
                ProblemType.STALE_VERSION, "The current version is \"" + version + "\"; read it and decide again");
    }
}
