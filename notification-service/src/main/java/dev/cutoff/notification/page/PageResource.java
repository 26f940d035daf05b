package dev.cutoff.notification.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Sends pages, and says what a browser may do with them: show them, and send their form back to us. */
abstract class PageResource {

    private static final String POLICY = "default-src 'none'; style-src " + Style.source()
            + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static Response answer(Written page) {
        var response = Response.status(page.status());
        if (page.location() == null) {
            response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.html())
                    .header(HttpHeaders.CONTENT_LANGUAGE, page.language());
        } else {
            // As it is: under which host people reach us, only they know.
            response.header(HttpHeaders.LOCATION, page.location());
        }
        return response.header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .build();
    }
}
