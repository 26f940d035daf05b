package dev.cutoff.commons.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of an enum constant outside Java: the same in JSON, in parameters, in tables and in mails.
 *
 * <p>It is written once, as {@link JsonProperty} on the constant, because that is the one place which Jackson and the
 * OpenAPI scanner both read; a naming strategy is invisible to the scanner.
 */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        try {
            var name = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The constant with this wire name, if there is one; case matters, as it does in JSON. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }

    /** All wire names of the type in declaration order, for a message: {@code basic, modern}. */
    public static String list(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }
}
