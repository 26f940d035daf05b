package dev.cutoff.notification.message;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;

/**
 * A mail in words.
 *
 * @param language tag of the language that it is written in
 */
public record MailText(String language, String subject, String text, String html) {

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance text(Letter letter);

        static native TemplateInstance html(Letter letter, Look look);
    }

    /**
     * Writes the mail in the reader's language, or in English where we do not write that.
     *
     * @param answer address of the page on which its reader answers
     */
    public static MailText of(Digest digest, URI answer) {
        return of(digest, answer, Reader.of(digest));
    }

    static MailText of(Digest digest, URI answer, Reader reader) {
        var letter = LetterWriter.write(digest, answer, reader);
        return new MailText(
                letter.language(),
                Headline.of(digest).subject(reader),
                Templates.text(letter).render(),
                Templates.html(letter, Look.of(digest.branding())).render());
    }
}
