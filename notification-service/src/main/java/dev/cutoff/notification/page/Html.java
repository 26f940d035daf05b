package dev.cutoff.notification.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pages. */
final class Html {

    /**
     * A page of a few words.
     *
     * @param button what can be pressed; null if nothing
     * @param action where that is sent to, from the address of the page
     */
    record Word(
            String title,
            List<String> texts,
            @Nullable String button,
            @Nullable String action,
            String lang) {}

    /** What is around every page. */
    record Frame(String language, String title, String style, String body, boolean hasLanguages) {}

    @CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance frame(Frame frame);

        static native TemplateInstance answers(PageView view);

        static native TemplateInstance word(Word word);
    }

    static final int OK = 200;
    static final int ACCEPTED = 202;
    private static final int SEE_OTHER = 303;
    static final int NOT_FOUND = 404;
    static final int GONE = 410;
    static final int TOO_LARGE = 413;
    static final int UNPROCESSABLE = 422;
    static final int UNAVAILABLE = 503;

    private Html() {}

    static Written answers(int status, String title, PageView view) {
        var language = view.language();
        return page(status, language, title, Templates.answers(view), true);
    }

    static Written word(int status, String language, Word word) {
        return page(status, language, word.title(), Templates.word(word), word.button() != null);
    }

    private static Written page(
            int status, String language, String title, TemplateInstance body, boolean hasLanguages) {
        var frame =
                new Frame(language, title, Style.css(), body.setLocale(language).render(), hasLanguages);
        return new Written(
                status, language, Templates.frame(frame).setLocale(language).render(), null);
    }

    /**
     * After something was sent: the browser asks for the page anew, so that nobody sends it twice by reloading.
     *
     * @param page from the address that it was sent to
     */
    static Written sent(String page) {
        return new Written(SEE_OTHER, null, "", page);
    }
}
