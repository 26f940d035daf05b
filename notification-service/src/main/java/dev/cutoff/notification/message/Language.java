package dev.cutoff.notification.message;

import java.util.Locale;

/** A language that we write mails in. Another one is another constant, its sentences and its words. */
enum Language {
    ENGLISH(Locale.ENGLISH),
    JAPANESE(Locale.JAPANESE);

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
}
