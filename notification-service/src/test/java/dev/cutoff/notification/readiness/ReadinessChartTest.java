package dev.cutoff.notification.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.page.Page;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReadinessChartTest {

    private static final double ROOM = 360 - 2 * 16;

    @Test
    void it_says_in_words_what_it_shows_in_colours() throws Exception {
        var chart = drawn(group(GroupBy.WEEK, "2022-09-12", null, 4, 1, 30, 5, 15, 10, 30));

        assertThat(texts(chart, "title")).containsExactly("Readiness by week");
        assertThat(texts(chart, "desc"))
                .containsExactly(
                        "Week of 2022-09-12: 40 of 95 done: verified 30, said to be done 10, planned in time 15, answered 5, reached 30, told"
                                + " in vain 1, nobody told 4.");
        assertThat(texts(chart, "text"))
                .containsExactly(
                        "Readiness by week",
                        "Week of 2022-09-12: 40 of 95 done",
                        "verified 30, said to be done 10,",
                        "planned in time 15, answered 5, reached 30,",
                        "told in vain 1, nobody told 4");
        assertThat(bars(chart)).hasSize(7);
    }

    @Test
    void the_bars_of_a_group_fill_the_width_in_proportion() throws Exception {
        var bars = bars(drawn(group(GroupBy.KIND, "device", null, 25, 0, 0, 0, 0, 0, 75)));

        assertThat(bars).extracting(bar -> bar.getAttribute("class")).containsExactly("verified", "nobody");
        assertThat(width(bars.get(0))).isCloseTo(ROOM * 0.75 - 1, within());
        assertThat(width(bars.get(1))).isCloseTo(ROOM * 0.25, within());
    }

    @Test
    void names_that_others_chose_stay_text() throws Exception {
        var evil = "<script>alert(1)</script> & \"quoted\" \u0001 and so on for longer than a phone is wide";
        var chart = drawn(group(GroupBy.TENANT, "8bb6f14a", evil, 1, 0, 0, 0, 0, 0, 0));

        assertThat(chart.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(chart, "text")).contains("<script>alert(1)</script…: 0 of 1 done");
    }

    @Test
    void where_nobody_is_affected_it_says_so_and_where_there_is_more_it_says_that() throws Exception {
        assertThat(texts(parsed(new ReadinessChart(Page.whole(List.of())).svg()), "text"))
                .containsExactly("Readiness", "No client is affected by anything that has a day.");
        var page = new Page<>(List.of(group(null, null, null, 1, 0, 0, 0, 0, 0, 0)), "more", null);
        assertThat(texts(parsed(new ReadinessChart(page).svg()), "text"))
                .contains("All: 0 of 1 done", "There are more; ask for the next page.");
    }

    @Test
    void no_line_is_wider_than_a_phone() throws Exception {
        var chart = drawn(group(
                GroupBy.OWNER, "w".repeat(60) + "@contoso.example", null, 99999, 99999, 99999, 99999, 99999, 99999, 9));

        // A letter of 12 pixels is some 6.5 wide on the whole.
        assertThat(texts(chart, "text")).allMatch(line -> line.length() * 6.5 <= ROOM);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_and_bars_stand_out_from_their_ground_in_light_and_in_dark(boolean isDark) {
        var style = new ReadinessChart(Page.whole(List.of())).svg();
        var cut = style.indexOf("@media");
        var rules = isDark ? style.substring(cut) : style.substring(0, cut);
        var ground = colour(rules, "\\.ground");

        assertThat(contrast(colour(rules, "text"), ground)).isGreaterThanOrEqualTo(4.5);
        for (var stage : List.of("nobody", "told", "reached", "answered", "planned", "done", "verified")) {
            assertThat(contrast(colour(rules, "\\." + stage), ground)).as(stage).isGreaterThanOrEqualTo(3);
        }
    }

    private static Document drawn(ReadinessGroup... groups) throws Exception {
        return parsed(new ReadinessChart(Page.whole(List.of(groups))).svg());
    }

    private static ReadinessGroup group(
            @Nullable GroupBy by, @Nullable String value, @Nullable String name, long... stages) {
        var sums = IntStream.range(0, 7)
                .mapToLong(n -> Arrays.stream(stages).skip(n).sum())
                .toArray();
        return new ReadinessGroup(
                by, value, name, sums[0], stages[0], stages[1], stages[2], stages[3], stages[4], stages[5], stages[6],
                sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document chart, String tag) {
        var found = chart.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(n -> found.item(n).getTextContent())
                .toList();
    }

    private static List<Element> bars(Document chart) {
        var found = chart.getElementsByTagName("rect");
        return IntStream.range(0, found.getLength())
                .mapToObj(n -> (Element) found.item(n))
                .filter(bar -> !bar.getAttribute("class").equals("ground"))
                .toList();
    }

    private static double width(Element bar) {
        return Double.parseDouble(bar.getAttribute("width"));
    }

    private static Offset<Double> within() {
        return Offset.offset(0.1);
    }

    private static int colour(String rules, String of) {
        var found = Pattern.compile(of + " \\{[^}]*fill: #([0-9a-f]{6})").matcher(rules);
        assertThat(found.find()).as(of).isTrue();
        return Integer.parseInt(found.group(1), 16);
    }

    private static double contrast(int one, int other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
