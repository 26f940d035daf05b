package dev.cutoff.commons.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 puts it on the wire; described once for all services in {@code api-spec/shared/openapi.yaml}.
 *
 * @param type stable URN of the {@link ProblemType}
 * @param title the type in words
 * @param status the HTTP status
 * @param detail what is wrong in this case, and what would be right
 * @param instance names this occurrence, where the log has more to say
 * @param errors each invalid part of the request
 * @param members further members of this type, such as what is allowed instead
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        List<Invalid> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, List.of(), Map.of());
    }
}
