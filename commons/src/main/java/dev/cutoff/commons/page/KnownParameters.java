package dev.cutoff.commons.page;

import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A query parameter that the operation does not know is refused, never ignored: a misspelt filter would show everything. Pages for people are
 * no operations: what a mail gateway adds to a link must not keep them out.
 */
final class KnownParameters {

    /**
     * @param several it may be given more than once
     * @param isText it may be empty
     */
    private record Known(boolean several, boolean isText) {}

    /** By resource method and name. */
    private final Map<Method, Map<String, Known>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(UriInfo uri, ResourceInfo resource) {
        var given = uri.getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null || isNoOperation(resource.getResourceMethod())) {
            return;
        }
        var names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parametersOf);
        var errors = given.entrySet().stream()
                .flatMap(parameter -> error(names, parameter.getKey(), parameter.getValue()).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static boolean isNoOperation(Method method) {
        var operation = method.getAnnotation(Operation.class);
        return operation != null && operation.hidden();
    }

    private static List<Invalid> error(Map<String, Known> known, String name, List<String> values) {
        if (!known.containsKey(name)) {
            return List.of(
                    Invalid.parameter(name, "is not a parameter here; known are " + String.join(", ", known.keySet())));
        }
        if (values.size() > 1 && !known.get(name).several()) {
            return List.of(Invalid.parameter(name, "may be given once only"));
        }
        // The framework takes it for one that is absent, so a script that lost a value would be shown everything.
        if (values.stream().anyMatch(String::isEmpty) && !known.get(name).isText()) {
            return List.of(Invalid.parameter(name, "must not be empty"));
        }
        return values.stream().anyMatch(value -> value.indexOf('\0') >= 0)
                ? List.of(Invalid.parameter(name, "must not contain the character NUL"))
                : List.of();
    }

    private static Map<String, Known> parametersOf(Method method) {
        var names = new TreeMap<String, Known>();
        for (var parameter : method.getParameters()) {
            add(names, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field -> add(names, field, field.getType()));
            }
        }
        return names;
    }

    private static void add(Map<String, Known> names, AnnotatedElement element, Class<?> type) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            names.put(query.value(), new Known(Collection.class.isAssignableFrom(type), type == String.class));
        }
    }
}
