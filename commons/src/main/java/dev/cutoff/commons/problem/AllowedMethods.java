package dev.cutoff.commons.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be done at an address. A 405 must say so (RFC 9110, section 15.5.6), and the framework's does not; its answer to OPTIONS lists
 * what may be done at any address.
 */
@Singleton
final class AllowedMethods {

    /** @param letters of the path that are the same in each address: of two that match, the one with more is meant */
    private record Route(Pattern path, int letters, String method) {}

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        this.routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> route(type, method)))
                .toList();
    }

    private static Stream<Route> route(Class<?> type, Method method) {
        var path = Stream.of(type, method)
                .flatMap(element -> Stream.ofNullable(((AnnotatedElement) element).getAnnotation(Path.class)))
                .map(one -> one.value().replaceAll("^/|/$", ""))
                .collect(Collectors.joining("/", "/", ""));
        return Arrays.stream(method.getAnnotations())
                .flatMap(one -> Stream.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)))
                .map(http -> new Route(
                        pattern(path), PARAMETER.matcher(path).replaceAll("").length(), http.value()));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(PARAMETER.split(path, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }

    /**
     * @param path of the address, such as {@code /v1/clients}
     * @return the methods as the header has them: {@code GET, HEAD, OPTIONS}; empty if there is nothing at the address
     */
    Optional<String> at(String path) {
        var matching = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .collect(Collectors.groupingBy(Route::letters, TreeMap::new, Collectors.toList()));
        return Optional.ofNullable(matching.lastEntry()).map(meant -> header(meant.getValue()));
    }

    private static String header(List<Route> routes) {
        var methods = routes.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
