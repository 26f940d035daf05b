package dev.cutoff.notification.page;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.link.Link;
import dev.cutoff.notification.link.Opening;
import dev.cutoff.notification.link.Purpose;
import dev.cutoff.notification.reach.RecipientReason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page on which a person answers; the token in the address is all that it takes. */
@Path("/a/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class AnswerPageResource extends PageResource {

    private static final int LONGEST_BODY = 256 * 1024;

    private final Pages pages;
    private final FreshLinks fresh;

    AnswerPageResource(Pages pages, FreshLinks fresh) {
        this.pages = pages;
        this.fresh = fresh;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("page") @Nullable String page,
            @QueryParam("kept") @Nullable String kept) {
        return answer(
                switch (pages.open(Purpose.ANSWER, token)) {
                    case Opening.Open(var link) -> {
                        var locale = Words.locale(lang, link);
                        var done = kept == null ? null : Words.kept(locale, kept);
                        var asked = new PageWriter.Asked(token, locale, done, Form.EMPTY, List.of());
                        yield page(Html.OK, link, asked, Words.number(page));
                    }
                    case Opening.Over(var link) -> Words.over(Words.locale(lang, link), token);
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }

    private Written page(int status, Link link, PageWriter.Asked asked, int page) {
        var view = pages.view(link, asked, page);
        return Html.answers(status, Words.of(view.language()).title(), view);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("page") @Nullable String page,
            String body) {
        return answer(
                switch (pages.open(Purpose.ANSWER, token)) {
                    case Opening.Open(var link) ->
                        answer(token, link, Words.locale(lang, link), Words.number(page), body);
                    case Opening.Over(var link) -> Words.over(Words.locale(lang, link), token);
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }

    private Written answer(String token, Link link, String locale, int page, String body) {
        if (body.length() > LONGEST_BODY) {
            return Words.tooLarge(locale);
        }
        Form form;
        try {
            form = Form.parse(body);
        } catch (IllegalArgumentException e) {
            form = Form.EMPTY;
        }
        var say = Words.of(locale);
        return switch (pages.answer(link, form)) {
            case Pages.Sent.Kept(var clients) ->
                Html.sent("?lang=%s&page=%d&kept=%d".formatted(Words.tag(locale), page, clients));
            case Pages.Sent.Nothing() ->
                wrong(token, link, locale, page, form, new PageView.Wrong("clients", say.noClient()));
            case Pages.Sent.Gone() -> wrong(token, link, locale, page, form, new PageView.Wrong("clients", say.gone()));
            case Pages.Sent.Refused(var refusal) -> refused(token, link, locale, page, form, refusal);
        };
    }

    private Written refused(String token, Link link, String locale, int page, Form form, Refusal refusal) {
        var errors = refusal.problem().errors();
        if (errors == null || errors.isEmpty()) {
            return Words.unavailable(locale);
        }
        var wrong = errors.stream()
                .map(error -> Words.wrong(locale, String.valueOf(error.pointer())))
                .distinct()
                .toArray(PageView.Wrong[]::new);
        return wrong(token, link, locale, page, form, wrong);
    }

    private Written wrong(String token, Link link, String locale, int page, Form form, PageView.Wrong... errors) {
        var asked = new PageWriter.Asked(
                token, locale, null, form, Stream.of(errors).toList());
        return page(Html.UNPROCESSABLE, link, asked, page);
    }

    @POST
    @PermitAll
    @Path("not-me")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response notMe(@PathParam("token") String token, @QueryParam("lang") @Nullable String lang, String body) {
        return answer(
                switch (pages.open(Purpose.ANSWER, token)) {
                    case Opening.Open(var link) -> {
                        pages.stop(link, RecipientReason.WRONG_PERSON);
                        yield Html.sent("../%s?kept=me&lang=%s".formatted(token, Words.tag(Words.locale(lang, link))));
                    }
                    case Opening.Over(var link) -> Words.over(Words.locale(lang, link), token);
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }

    /** Says the same whatever comes of it. */
    @POST
    @PermitAll
    @Path("fresh")
    @Operation(hidden = true)
    public Response fresh(@PathParam("token") String token, @QueryParam("lang") @Nullable String lang) {
        return answer(
                switch (pages.open(Purpose.ANSWER, token)) {
                    case Opening.Open(var link) -> Html.sent("../" + token);
                    case Opening.Over(var link) -> {
                        fresh.mail(link, Words.locale(lang, link));
                        yield Words.fresh(Words.locale(lang, link));
                    }
                    case Opening.Nothing() -> Words.unknown(lang);
                });
    }
}
