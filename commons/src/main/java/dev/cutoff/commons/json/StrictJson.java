package dev.cutoff.commons.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies by the letter: no unknown or double field, no number where a text belongs, no epoch where an instant belongs,
 * no NUL (PostgreSQL's text has none), nothing deeper than 64 or longer than a megabyte; and says where and what is wrong.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    /** Every resource calls the parameter that takes the body so; all others come from the address or a header. */
    private static final String BODY = "body";

    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 1_048_576;
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                // Jackson's own pool belongs to a thread, and each request has a virtual one of its own.
                .setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .build());
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        forbidCoercion(mapper);
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new Text<>(String.class, StrictJson::parseText))
                .addDeserializer(UUID.class, new Text<>(UUID.class, StrictJson::parseUuid))
                .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictJson::parseDate))
                .addDeserializer(ZoneId.class, new Text<>(ZoneId.class, ZoneId::of)));
    }

    @SuppressWarnings("deprecation") // the builder that replaces this is out of reach of a customizer
    private static void forbidCoercion(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    /** After other customizers: what is strict here stays strict. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /**
     * Reads and validates a part of a body that arrived as a tree, such as one item of many.
     *
     * @param pointer where the part stands in the body, put before every pointer of an error
     * @throws Refusal {@code invalid-request} with all that is wrong
     */
    public static <T> T read(ObjectMapper mapper, Validator validator, JsonNode part, Class<T> type, String pointer) {
        T value;
        try {
            value = mapper.treeToValue(part, type);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(List.of(errorOf(e, pointer)));
        }
        if (value == null) {
            throw Refusal.invalidField(pointer, "must be " + describe(type));
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations.stream()
                    .map(violation ->
                            Invalid.field(pointer + pointerOf(violation.getPropertyPath()), violation.getMessage()))
                    .sorted(Comparator.comparing(Invalid::pointer))
                    .toList());
        }
        return value;
    }

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
                .map(StrictJson::errorOf)
                .sorted(Comparator.comparing(Invalid::toString))
                .toList();
    }

    /** A GUID in its 36-character form; {@link UUID#fromString} alone would accept {@code 1-1-1-1-1}. */
    public static UUID parseUuid(String text) {
        if (!GUID.matcher(text).matches()) {
            throw new IllegalArgumentException("must be " + describe(UUID.class));
        }
        return UUID.fromString(text);
    }

    /** A date with a year of four digits, as RFC 3339 and the contract have it; ISO 8601 alone would go on to a billion years. */
    static LocalDate parseDate(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("The year has more than four digits");
        }
        return date;
    }

    private static String parseText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("must not contain the character NUL");
        }
        return text;
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

    private static Invalid errorOf(JsonProcessingException failure, String prefix) {
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
                .formatted(DEEPEST, LONGEST_STRING, where);
    }

    private static String describe(Class<?> type) {
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

    /** Takes a JSON string and nothing else; Jackson's own would also take numbers, arrays or padded text. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException e) {
                throw InvalidFormatException.from(parser, "", parser.getText(), handledType());
            } catch (IllegalArgumentException e) {
                var failure = InvalidFormatException.from(parser, "", parser.getText(), handledType());
                failure.initCause(e);
                throw failure;
            }
        }
    }
}
