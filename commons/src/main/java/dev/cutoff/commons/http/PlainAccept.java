package dev.cutoff.commons.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Says what a caller accepts in the words that the framework understands. It copies the weight and the parameters of what was asked for into
 * the Content-Type of the answer, makes a stream of octets of {@code application/*}, finds no text for {@code text/*}, and fails to parse a
 * header that names nothing.
 */
final class PlainAccept {

    private static final String WEIGHT = "q";
    /** What nobody has. */
    private static final String NOTHING = "x-nothing/x-nothing";

    private static final List<String> TEXTS = List.of("text/csv", "text/calendar", "text/html", "text/plain");

    @ServerRequestFilter(preMatching = true)
    void readPlainly(ContainerRequestContext request) {
        var accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accept != null) {
            // Not removed: the framework would then read the header that was sent.
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, plain(accept));
        }
    }

    /**
     * @param accept values of the header
     * @return what they accept, the dearest first and without weights; anything if they name nothing, which RFC 9110 allows; as they were if no
     *     part of them is a media type; what nobody has if they refuse all that they name
     */
    static String plain(List<String> accept) {
        var named = accept.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(part -> !part.isBlank())
                .toList();
        if (named.isEmpty()) {
            return MediaType.WILDCARD;
        }
        var understood = named.stream().flatMap(part -> range(part).stream()).toList();
        if (understood.isEmpty()) {
            return String.join(",", named);
        }
        var ranges = understood.stream()
                .filter(range -> weight(range) > 0)
                .sorted(Comparator.comparingDouble(PlainAccept::weight).reversed())
                .flatMap(PlainAccept::names)
                .toList();
        return ranges.isEmpty() ? NOTHING : String.join(",", ranges);
    }

    private static List<MediaType> range(String part) {
        try {
            var range = MediaType.valueOf(part.strip());
            weight(range);
            return List.of(range);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static double weight(MediaType range) {
        return Double.parseDouble(range.getParameters().getOrDefault(WEIGHT, "1"));
    }

    /** JSON is what there is of everything else than calendars, mails and pages; of texts there are several, and a page goes before its words. */
    private static Stream<String> names(MediaType range) {
        if (!range.isWildcardSubtype()) {
            return Stream.of(range.getType() + "/" + range.getSubtype());
        }
        return switch (range.getType()) {
            case "application" -> Stream.of("application/json");
            case "text" -> TEXTS.stream();
            default -> Stream.of(range.getType() + "/*");
        };
    }
}
