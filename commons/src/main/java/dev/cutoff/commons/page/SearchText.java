package dev.cutoff.commons.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folds a text so that {@code q} finds it whatever its case, accents and width: {@code Ｃａｆé} is found by {@code CAFE}, and half-width
 * katakana by full-width. Voicing marks of kana stay, because there they make another letter.
 */
public final class SearchText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private SearchText() {}

    public static String fold(@Nullable String... texts) {
        var joined = new StringBuilder();
        for (var text : texts) {
            if (text != null && !text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : "\n").append(text);
            }
        }
        var unified = Normalizer.normalize(joined, Normalizer.Form.NFKD);
        var bare = ACCENTS.matcher(unified).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
