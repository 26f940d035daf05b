package dev.cutoff.commons.json;

import dev.cutoff.commons.problem.Refusal;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the types that the contract knows; what cannot be read is 400 and says what is right. */
@Provider
final class WireParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var name = nameOf(annotations);
        if (type == UUID.class) {
            return (ParamConverter<T>) converter(name, StrictJson::parseUuid);
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) converter(name, WireParameters::parseDate);
        }
        if (type == Instant.class) {
            return (ParamConverter<T>) converter(name, WireParameters::parseInstant);
        }
        if (type == Boolean.class || type == boolean.class) {
            return (ParamConverter<T>) converter(name, WireParameters::parseBoolean);
        }
        if (type == Integer.class || type == int.class) {
            return (ParamConverter<T>) converter(name, Integer::valueOf);
        }
        return type.isEnum() ? (ParamConverter<T>) converter(name, value -> parseEnum(type, value)) : null;
    }

    private static Object parseEnum(Class<?> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> WireName.of((Enum<?>) constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + WireName.list(type)));
    }

    private static Boolean parseBoolean(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static LocalDate parseDate(String value) {
        try {
            return StrictJson.parseDate(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2022-10-01", e);
        }
    }

    private static Instant parseInstant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an instant such as 2022-10-01T00:00:00Z", e);
        }
    }

    private static <V> ParamConverter<V> converter(String name, Function<String, V> parse) {
        return new ParamConverter<>() {
            @Override
            public @Nullable V fromString(@Nullable String value) {
                if (value == null) {
                    return null;
                }
                try {
                    return parse.apply(value);
                } catch (NumberFormatException e) {
                    throw Refusal.invalidParameter(name, "must be a whole number");
                } catch (IllegalArgumentException e) {
                    throw Refusal.invalidParameter(name, String.valueOf(e.getMessage()));
                }
            }

            @Override
            public String toString(V value) {
                return value instanceof Enum<?> constant ? WireName.of(constant) : value.toString();
            }
        };
    }

    private static String nameOf(Annotation @Nullable [] annotations) {
        if (annotations == null) {
            return "parameter";
        }
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case jakarta.ws.rs.QueryParam query -> query.value();
                    case jakarta.ws.rs.PathParam path -> path.value();
                    case jakarta.ws.rs.HeaderParam header -> header.value();
                    default -> "";
                })
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("parameter");
    }
}
