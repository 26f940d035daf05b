package dev.cutoff.notification.message;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;

/** A language that we write mails in. Another one is another constant, its templates and its words. */
enum Language {
    ENGLISH(Locale.ENGLISH) {
        @Override
        TemplateInstance subject(Digest digest, Reader reader, Headline headline) {
            return English.subject(digest, reader, headline);
        }

        @Override
        TemplateInstance text(Digest digest, Reader reader, Headline headline) {
            return English.text(digest, reader, headline);
        }

        @Override
        TemplateInstance html(Digest digest, Reader reader, Headline headline) {
            return English.html(digest, reader, headline);
        }
    },
    JAPANESE(Locale.JAPANESE) {
        @Override
        TemplateInstance subject(Digest digest, Reader reader, Headline headline) {
            return Japanese.subject(digest, reader, headline);
        }

        @Override
        TemplateInstance text(Digest digest, Reader reader, Headline headline) {
            return Japanese.text(digest, reader, headline);
        }

        @Override
        TemplateInstance html(Digest digest, Reader reader, Headline headline) {
            return Japanese.html(digest, reader, headline);
        }
    };

    @CheckedTemplate(basePath = "en", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class English {

        private English() {}

        static native TemplateInstance subject(Digest digest, Reader reader, Headline headline);

        static native TemplateInstance text(Digest digest, Reader reader, Headline headline);

        static native TemplateInstance html(Digest digest, Reader reader, Headline headline);
    }

    @CheckedTemplate(basePath = "ja", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Japanese {

        private Japanese() {}

        static native TemplateInstance subject(Digest digest, Reader reader, Headline headline);

        static native TemplateInstance text(Digest digest, Reader reader, Headline headline);

        static native TemplateInstance html(Digest digest, Reader reader, Headline headline);
    }

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of this tag, or English where we do not write it. */
    static Language of(String tag) {
        var wanted = Locale.forLanguageTag(tag).getLanguage();
        for (var language : values()) {
            if (language.locale.getLanguage().equals(wanted)) {
                return language;
            }
        }
        return ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    abstract TemplateInstance subject(Digest digest, Reader reader, Headline headline);

    abstract TemplateInstance text(Digest digest, Reader reader, Headline headline);

    abstract TemplateInstance html(Digest digest, Reader reader, Headline headline);
}
