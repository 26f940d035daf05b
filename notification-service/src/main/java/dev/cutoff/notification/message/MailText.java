package dev.cutoff.notification.message;

/**
 * A mail in words.
 *
 * @param language tag of the language that it is written in
 */
public record MailText(String language, String subject, String text, String html) {

    /** Writes the mail in the reader's language, or in English where we do not write that. */
    public static MailText of(Digest digest) {
        var language = Language.of(digest.locale());
        var reader = new Reader(language, digest.zone());
        var headline = Headline.of(digest);
        return new MailText(
                reader.language(),
                language.subject(digest, reader, headline).render().strip(),
                language.text(digest, reader, headline).render(),
                language.html(digest, reader, headline).render());
    }
}
