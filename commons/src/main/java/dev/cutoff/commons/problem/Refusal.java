package dev.cutoff.commons.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Domain code says no. Becomes a {@link Problem}; nothing has been changed, or the transaction undoes it.
 *
 * <p>It carries no stack trace: a refusal is an answer, not a failure of ours.
 */
public final class Refusal extends RuntimeException {

    private static final String RETRY_AFTER = "retryAfter";

    private final transient ProblemType type;
    private final transient List<Invalid> errors;
    private final transient Map<String, Object> members;

    /**
     * @param type which way of saying no
     * @param detail what is wrong in this case, and what would be right; shown to the caller
     */
    public Refusal(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    private Refusal(ProblemType type, String detail, List<Invalid> errors, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.members = members;
    }

    /** The request has these invalid parts; there is at least one. */
    public static Refusal invalid(List<Invalid> errors) {
        var detail =
                errors.size() == 1 ? errors.getFirst().sentence() : errors.size() + " parts are invalid, see errors";
        return new Refusal(ProblemType.INVALID_REQUEST, detail, errors, Map.of());
    }

    /** A query, path or header parameter is invalid. */
    public static Refusal invalidParameter(String name, String detail) {
        return invalid(List.of(Invalid.parameter(name, detail)));
    }

    /** A field of the body is invalid. */
    public static Refusal invalidField(String pointer, String detail) {
        return invalid(List.of(Invalid.field(pointer, detail)));
    }

    /** What was asked for does not exist, or the token may not see it: both read the same. */
    public static Refusal notFound(String what, Object id) {
        return new Refusal(ProblemType.NOT_FOUND, what + " " + id + " is not known");
    }

    /** The same refusal with one more member on the wire, such as what is allowed instead. */
    public Refusal with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Refusal(type, problem().detail(), errors, more);
    }

    /** The same refusal, saying after how many seconds it would be none. */
    public Refusal retryAfter(long seconds) {
        return with(RETRY_AFTER, seconds);
    }

    /** Seconds after which the request may be repeated; null where that would change nothing. */
    @Nullable Object retryAfter() {
        return members.get(RETRY_AFTER);
    }

    public ProblemType type() {
        return type;
    }

    public Problem problem() {
        return new Problem(type.uri(), type.title(), type.status(), getMessage(), null, errors, members);
    }
}
