package dev.cutoff.commons.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folds a text so that {@code q} finds it whatever its case, accents and width: {@code Ｃａｆé} is found by {@code CAFE}, and half-width
 * katakana by full-width. Voicing marks of kana stay, because there they make another letter. Letters that Unicode does not take apart are
 * written as who has no key for them writes them: {@code Łódź} is found by {@code lodz}, {@code Straße} by {@code strasse}.
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
        return spelled(Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    private static String spelled(String text) {
        var spelled = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            switch (letter) {
                case 'ł' -> spelled.append('l');
                case 'ø' -> spelled.append('o');
                case 'đ', 'ð' -> spelled.append('d');
                case 'ħ' -> spelled.append('h');
                case 'ŧ' -> spelled.append('t');
                case 'ı' -> spelled.append('i');
                case 'ς' -> spelled.append('σ');
                case 'ß' -> spelled.append("ss");
                case 'æ' -> spelled.append("ae");
                case 'œ' -> spelled.append("oe");
                case 'þ' -> spelled.append("th");
                default -> spelled.append((char) letter);
            }
        });
        return spelled.toString();
    }
}
