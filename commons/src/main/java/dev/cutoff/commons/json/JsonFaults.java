package dev.cutoff.commons.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says where in a body something is wrong, and what would be right. */
public final class JsonFaults {

    /** Every resource calls the parameter that takes the body so; all others come from the address or a header. */
    private static final String BODY = "body";

    private JsonFaults() {}

    /** What a body that cannot be read or bound is answered with. */
    public static Refusal refusalOf(JsonProcessingException failure) {
        if (isOfAField(failure)) {
            return Refusal.invalid(List.of(errorOf(failure, "")));
        }
        return new Refusal(ProblemType.MALFORMED_BODY, malformed(failure));
    }

    /** Whether the JSON is well-formed and one of its values is not what it must be. */
    private static boolean isOfAField(JsonProcessingException failure) {
        return switch (failure) {
            case MismatchedInputException mismatch ->
                !mismatch.getOriginalMessage().startsWith("Trailing token");
            case ValueInstantiationException refused -> true;
            default -> failure.getCause() instanceof InputCoercionException;
        };
    }

    /** The invalid parts that Bean Validation found in the parameters of a resource method. */
    public static List<Invalid> errorsOf(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(JsonFaults::errorOf)
                .sorted(Comparator.comparing(Invalid::toString))
                .toList();
    }

    /** The invalid parts of what stands at the pointer in front. */
    static List<Invalid> errorsOf(Set<? extends ConstraintViolation<?>> violations, String prefix) {
        return violations.stream()
                .map(violation ->
                        Invalid.field(prefix + pointerOf(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(Invalid::pointer))
                .toList();
    }

    private static Invalid errorOf(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        var isMethod = !nodes.isEmpty() && nodes.getFirst().getKind() == ElementKind.METHOD;
        if (!isMethod) {
            return Invalid.field(pointerOf(violation.getPropertyPath()), violation.getMessage());
        }
        var parameter = nodes.get(1).getName();
        return BODY.equals(parameter)
                ? Invalid.field(pointerOf(nodes.subList(2, nodes.size())), violation.getMessage())
                : Invalid.parameter(nodes.getLast().getName(), violation.getMessage());
    }

    private static String pointerOf(Iterable<Path.Node> path) {
        var pointer = new StringBuilder();
        path.forEach(node -> {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                pointer.append('/').append(node.getName());
            }
        });
        return pointer.toString();
    }

    /** The one invalid part of what stands at the pointer in front. */
    static Invalid errorOf(JsonProcessingException failure, String prefix) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return Invalid.field(prefix, malformed(failure));
        }
        return Invalid.field(prefix + pointerOf(mapping), detailOf(mapping));
    }

    private static String pointerOf(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String detailOf(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "is not a field here; known are " + String.join(", ", sorted(unknown.getKnownPropertyIds()));
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            case InvalidFormatException format
            when format.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be " + describe(mismatch.getTargetType());
            case JsonMappingException number
            when number.getCause() instanceof InputCoercionException -> "must be " + describe(Integer.class);
            default -> "cannot be read";
        };
    }

    private static List<String> sorted(@Nullable Collection<Object> names) {
        return names == null
                ? List.of()
                : names.stream().map(String::valueOf).sorted().toList();
    }

    private static String malformed(JsonProcessingException failure) {
        var at = failure.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return "The body is not JSON within our limits (nesting %d, text %d characters, no field twice)%s"
                .formatted(StrictJson.DEEPEST, StrictJson.LONGEST_STRING, where);
    }

    /** What a value of a type must be, as a part of a sentence. */
    static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + WireName.list(type);
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == UUID.class) {
            return "a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b";
        }
        if (type == LocalDate.class) {
            return "a date such as 2022-10-01";
        }
        if (type == Instant.class) {
            return "a UTC instant such as 2022-10-01T00:00:00Z";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as Europe/Berlin";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number in range";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }
}
