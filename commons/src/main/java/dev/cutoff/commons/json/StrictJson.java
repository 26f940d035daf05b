package dev.cutoff.commons.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.cutoff.commons.problem.Refusal;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads bodies by the letter: no unknown or double field, no number where a text belongs, no epoch where an instant belongs,
 * no NUL (PostgreSQL's text has none), no half of a character (UTF-8 has none), nothing deeper than 64 or longer than a megabyte; and says where and what is wrong.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    static final int DEEPEST = 64;
    static final int LONGEST_STRING = 1_048_576;
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
                .setDeserializerModifier(new ExactEnums())
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
            throw Refusal.invalid(List.of(JsonFaults.errorOf(e, pointer)));
        }
        if (value == null) {
            throw Refusal.invalidField(pointer, "must be " + JsonFaults.describe(type));
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(JsonFaults.errorsOf(violations, pointer));
        }
        return value;
    }

    /** A GUID in its 36-character form; {@link UUID#fromString} alone would accept {@code 1-1-1-1-1}. */
    public static UUID parseUuid(String text) {
        if (!GUID.matcher(text).matches()) {
            throw new IllegalArgumentException("must be " + JsonFaults.describe(UUID.class));
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

    /** Whether PostgreSQL can be asked for a text: its own have no NUL. */
    public static boolean isAskable(String text) {
        return text.indexOf('\0') < 0;
    }

    private static String parseText(String text) {
        if (!isAskable(text)) {
            throw new IllegalArgumentException("must not contain the character NUL");
        }
        if (!PlainText.isWhole(text)) {
            throw new IllegalArgumentException("must not contain half of a character, a surrogate without the other");
        }
        return text;
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
