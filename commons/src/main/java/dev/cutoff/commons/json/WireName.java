package dev.cutoff.commons.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name of an enum constant outside Java: the same in JSON, in parameters, in tables and in mails.
 *
 * <p>It is written once, as {@link JsonProperty} on the constant, because that is the one place which Jackson and the
 * OpenAPI scanner both read; a naming strategy is invisible to the scanner.
 */
public final class WireName {

    /**
     * The names of one enum.
     *
     * @param byOrdinal name of each constant
     * @param constants by their names, in declaration order
     */
    private record Names(List<String> byOrdinal, Map<String, Enum<?>> constants) {

        static Names of(Class<?> type) {
            var constants = new LinkedHashMap<String, Enum<?>>();
            for (var constant : type.getEnumConstants()) {
                constants.put(read((Enum<?>) constant), (Enum<?>) constant);
            }
            return new Names(List.copyOf(constants.keySet()), Collections.unmodifiableMap(constants));
        }

        private static String read(Enum<?> constant) {
            try {
                var name = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
                return name == null ? constant.name() : name.value();
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Annotations are slow to look up, and a page has a few hundred constants. */
    private static final ClassValue<Names> NAMES = new ClassValue<>() {

        @Override
        protected Names computeValue(Class<?> type) {
            return Names.of(type);
        }
    };

    private WireName() {}

    public static String of(Enum<?> constant) {
        return NAMES.get(constant.getDeclaringClass()).byOrdinal().get(constant.ordinal());
    }

    /** The constant with this wire name, if there is one; case matters, as it does in JSON. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Optional.ofNullable(type.cast(NAMES.get(type).constants().get(name)));
    }

    /** All wire names of the type in declaration order, for a message: {@code basic, modern}. */
    public static String list(Class<?> type) {
        return String.join(", ", NAMES.get(type).byOrdinal());
    }
}
