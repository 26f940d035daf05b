package dev.cutoff.notification.page;

import dev.cutoff.notification.link.Link;
import dev.cutoff.notification.message.Reader;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of a few words, and the words of errors. */
final class Words {

    private static final String WRONG_PERSON = "me";

    private Words() {}

    /** The language that is wished for, else that of the mail. */
    static String locale(@Nullable String lang, Link link) {
        return lang == null || lang.isBlank() ? link.locale() : lang;
    }

    /** The language that we have for it. */
    static String tag(String locale) {
        return Reader.of(locale, ZoneOffset.UTC).language();
    }

    static PageText of(String locale) {
        return MessageBundles.get(PageText.class, Localized.Literal.of(tag(locale)));
    }

    /** @return 1 for what is no number of a page */
    static int number(@Nullable String page) {
        return page != null && page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
    }

    static @Nullable String kept(String locale, String kept) {
        if (kept.equals(WRONG_PERSON)) {
            return of(locale).notMeKept();
        }
        return kept.matches("\\d{1,6}") ? of(locale).kept(Integer.parseInt(kept)) : null;
    }

    /** @param pointer to the part of the answer that is wrong */
    static PageView.Wrong wrong(String locale, String pointer) {
        var say = of(locale);
        return switch (pointer) {
            case "/date" -> new PageView.Wrong("date", say.wrongDate());
            case "/whoElse" -> new PageView.Wrong("whoElse", say.wrongWhoElse());
            case "/text" -> new PageView.Wrong("text", say.wrongText());
            default -> new PageView.Wrong("kind", say.noKind());
        };
    }

    /** @param token null where no new link can be asked for */
    static Written over(String locale, @Nullable String token) {
        var say = of(locale);
        return word(
                Html.GONE,
                locale,
                say.overTitle(),
                token == null ? List.of(say.overText()) : List.of(say.overText(), say.freshText()),
                token == null ? null : say.fresh(),
                token == null ? null : token + "/fresh");
    }

    static Written fresh(String locale) {
        var say = of(locale);
        return word(Html.ACCEPTED, locale, say.overTitle(), List.of(say.freshKept()), null, null);
    }

    static Written unknown(@Nullable String lang) {
        var locale = lang == null ? "en" : lang;
        var say = of(locale);
        return word(Html.NOT_FOUND, locale, say.unknownTitle(), List.of(say.unknownText()), null, null);
    }

    static Written tooLarge(String locale) {
        var say = of(locale);
        return word(Html.TOO_LARGE, locale, say.tooLargeTitle(), List.of(say.tooLargeText()), null, null);
    }

    static Written unavailable(String locale) {
        var say = of(locale);
        return word(Html.UNAVAILABLE, locale, say.unavailableTitle(), List.of(say.unavailableText()), null, null);
    }

    static Written unsubscribe(String locale) {
        var say = of(locale);
        return word(Html.OK, locale, say.unsubscribeTitle(), List.of(say.unsubscribeText()), say.unsubscribe(), null);
    }

    static Written stopped(String locale) {
        var say = of(locale);
        return word(Html.OK, locale, say.unsubscribeTitle(), List.of(say.notMeKept()), null, null);
    }

    private static Written word(
            int status,
            String locale,
            String title,
            List<String> texts,
            @Nullable String button,
            @Nullable String action) {
        var language = tag(locale);
        return Html.word(status, language, new Html.Word(title, texts, button, action, language));
    }
}
