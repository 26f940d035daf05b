package dev.cutoff.notification.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the contrast checkers that everybody uses. */
class ColourTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '#000000', 21.00, true
            '#ffffff', 1.00,  false
            '#0b5cab', 6.70,  true
            '#767676', 4.54,  true
            '#777777', 4.48,  false
            '#ffff00', 1.07,  false
            '#ff0000', 4.00,  false
            '#c8102e', 5.88,  true
            """)
    void text_can_be_read_from_four_and_a_half_to_one_on(String hex, double contrast, boolean readable) {
        var colour = new Colour(hex);

        assertThat(colour.contrastWithWhite()).isCloseTo(contrast, within(0.01));
        assertThat(colour.isReadableUnderWhite()).isEqualTo(readable);
    }
}
