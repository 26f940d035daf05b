package dev.cutoff.notification.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen of accessibility without a browser: whether the colours of the style can be read, in the light and in the dark. */
class AccessibilityTest {

    private static final List<Map<String, String>> THEMES = themes();

    @ParameterizedTest
    @CsvSource(textBlock = """
            text, page, 4.5
            text, card, 4.5
            quiet, page, 4.5
            quiet, card, 4.5
            link, page, 4.5
            link, card, 4.5
            bad, page, 4.5
            bad, card, 4.5
            on-button, button, 4.5
            # what is no text (WCAG 2.2, 1.4.11)
            button, page, 3
            line, page, 3
            line, card, 3
            good, card, 3
            focus, page, 3
            focus, card, 3
            """)
    void colours_can_be_told_apart(String colour, String ground, double contrast) {
        for (var theme : THEMES) {
            assertThat(contrast(theme.get(colour), theme.get(ground)))
                    .as("%s on %s", colour, ground)
                    .isGreaterThanOrEqualTo(contrast);
        }
    }

    @Test
    void there_are_two_themes_of_the_same_names_and_no_other_colours() {
        assertThat(THEMES).hasSize(2);
        assertThat(THEMES.getFirst().keySet()).isEqualTo(THEMES.getLast().keySet());
        assertThat(Style.css().replaceAll("(?m)^ *--[a-z-]+: #[0-9a-f]{6};$", ""))
                .doesNotContainPattern("#[0-9a-f]{3,6}\\b");
    }

    @Test
    void what_is_pressed_is_large_enough_and_nothing_moves_that_should_not() {
        assertThat(Style.css())
                .contains(
                        ":focus-visible { outline: 3px solid var(--focus)",
                        "@media (prefers-reduced-motion: no-preference)")
                .doesNotContain("outline: none", "outline: 0");
        for (var selector : List.of("nav a, nav span", ".pick", "summary", ".field input, textarea", "button")) {
            assertThat(Style.css()).containsPattern("(?s)" + Pattern.quote(selector) + " \\{[^}]*min-height: 4[48]px");
        }
    }

    private static List<Map<String, String>> themes() {
        var blocks = Pattern.compile(":root \\{([^}]*)}").matcher(Style.css());
        return blocks.results()
                .map(block -> {
                    var theme = new HashMap<String, String>();
                    Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
                            .matcher(block.group(1))
                            .results()
                            .forEach(colour -> theme.put(colour.group(1), colour.group(2)));
                    return Map.copyOf(theme);
                })
                .toList();
    }

    /** From 1 to 21, as WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String hex) {
        var parts = IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
