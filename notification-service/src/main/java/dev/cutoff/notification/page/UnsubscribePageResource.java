package dev.cutoff.notification.page;

import dev.cutoff.notification.link.Opening;
import dev.cutoff.notification.link.Purpose;
import dev.cutoff.notification.reach.RecipientReason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a mail program posts to when its user presses "unsubscribe" (RFC 8058), and a page with a button for who opens the address. What is
 * posted does not matter: the standard has one body, and some programs send it as form data, some as multipart.
 */
@Path("/u/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class UnsubscribePageResource extends PageResource {

    private final Pages pages;

    UnsubscribePageResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @QueryParam("lang") @Nullable String lang) {
        return answer(
                switch (pages.open(Purpose.UNSUBSCRIBE, token)) {
                    case Opening.Open(var link) -> Words.unsubscribe(Words.locale(lang, link));
                    case Opening.Over(var link) -> Words.over(Words.locale(lang, link), null);
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public Response stop(@PathParam("token") String token, @QueryParam("lang") @Nullable String lang) {
        return answer(
                switch (pages.open(Purpose.UNSUBSCRIBE, token)) {
                    case Opening.Open(var link) -> {
                        pages.stop(link, RecipientReason.UNSUBSCRIBED);
                        yield Words.stopped(Words.locale(lang, link));
                    }
                    case Opening.Over(var link) -> Words.over(Words.locale(lang, link), null);
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }
}
