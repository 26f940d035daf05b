package dev.cutoff.commons.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Ｃａｆé Zürich, cafe zurich",
        "ﾌﾟﾘﾝﾀｰ, プリンター",
        "ΆΛΦΑ, αλφα",
        "ŁÓDŹ, lodz",
        "Straße 7, STRASSE",
        "STRAẞE, strasse",
        "Søren Ærø, soren aero",
        "Đặng, dang",
        "Þórður, thordur",
        "Cœur, coeur",
        "İstanbul Kadıköy, istanbul kadikoy",
        "ΟΔΟΣ ΣΟΦΙΑΣ, οδός σοφίας",
        "ﬁle, FILE",
    })
    void texts_are_found_whatever_their_case_accents_and_width(String written, String asked) {
        assertThat(SearchText.fold(written)).contains(SearchText.fold(asked));
    }

    @ParameterizedTest
    @CsvSource({"が, か", "プ, フ"})
    void voiced_kana_are_other_letters(String one, String other) {
        assertThat(SearchText.fold(one)).isNotEqualTo(SearchText.fold(other));
    }
}
