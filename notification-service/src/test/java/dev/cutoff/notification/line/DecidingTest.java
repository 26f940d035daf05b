package dev.cutoff.notification.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidingTest {

    private static final String APP = "5d3c7a1e-0f6b-4a5e-9a51-0c1d2e3f4a5b";

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # how a usage compares with below 16.1: number by number, not letter by letter
            14.1,    true
            2.5,     true
            12.1,    true
            16.0,    true
            16,      true
            16.1,    false
            16.1.0,  false
            16.10,   false
            16.1.1,  false
            17.0,    false
            v14.1,   true
            EAS 14.1, true
            # of which nobody knows the version is not told
            -,       false
            unknown, false
            14.x,    false
            """)
    void a_version_below_another(@Nullable String version, boolean isMeant) {
        var below = new Part("eas-version", "16.1", List.of());

        assertThat(below.has(usage("eas", version))).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            tls-version, 1.0|1.1,    1.0,      true
            tls-version, 1.0|1.1,    TLS 1.1,  true
            tls-version, 1.0|1.1,    1,        true
            tls-version, 1.0|1.1,    1.2,      false
            tls-version, 1.0|1.1,    -,        false
            licence,     kiosk|f1,   F1,       true
            licence,     kiosk|f1,   e3,       false
            licence,     kiosk|f1,   -,        false
            app-id,      11-AB,      11-ab,    true
            app-id,      11-AB,      11-ac,    false
            named,       -,          anything, false
            of-tomorrow, anything,   anything, false
            """)
    void one_of_some_values(String kind, @Nullable String values, @Nullable String qualifier, boolean isMeant) {
        var part = new Part(kind, null, values == null ? List.of() : List.of(values.split("\\|")));

        assertThat(part.has(usage("imap", qualifier))).isEqualTo(isMeant);
    }

    @Test
    void an_app_is_known_by_its_account_where_the_usage_says_no_more() {
        var part = new Part("app-id", null, List.of(APP.toUpperCase()));

        assertThat(part.has(new Usage("ews", "modern", null, APP, List.of()))).isTrue();
        assertThat(part.has(new Usage("ews", "modern", null, "nao@contoso.example", List.of())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # what sign-ins do not tell, an export of devices may have told of the client
            -,    eas-14.1,          true
            -,    EAS-14.1,          true
            -,    eas-16.1,          false
            -,    tls-1.0,           false
            -,    eas-phone,         false
            # what the usage itself tells wins
            16.1, eas-14.1,          false
            14.1, eas-16.1,          true
            """)
    void a_version_known_of_the_client_counts_where_the_usage_tells_none(
            @Nullable String qualifier, String tag, boolean isMeant) {
        var below = new Part("eas-version", "16.1", List.of());

        assertThat(below.has(new Usage("eas", "modern", qualifier, null, List.of("warehouse", tag))))
                .isEqualTo(isMeant);
    }

    @Test
    void the_part_decides_for_what_is_of_it_and_the_whole_for_the_rest() {
        var whole = statement("a", null, null, "2027-01-01", null);
        var part = statement("a", "below 16.1", below("16.1"), "2028-01-01", null);

        assertThat(decides(usage("eas", "14.1"), whole, part)).isEqualTo("a/below 16.1");
        assertThat(decides(usage("eas", "16.1"), whole, part)).isEqualTo("a/null");
        assertThat(decides(usage("eas", null), part, whole)).isEqualTo("a/null");
        assertThat(decides(usage("eas", "16.1"), part)).isNull();
    }

    @Test
    void of_two_parts_the_narrower_decides_whichever_stops_first() {
        var wide = statement("a", "below 16.1", below("16.1"), "2026-03-01", null);
        var narrow = statement("a", "below 14.0", below("14.0"), "2027-03-01", null);
        var one = statement("a", "2.5", new Part("eas-version", null, List.of("2.5")), "2028-03-01", null);

        assertThat(decides(usage("eas", "14.1"), one, narrow, wide)).isEqualTo("a/below 16.1");
        assertThat(decides(usage("eas", "12.1"), wide, narrow, one)).isEqualTo("a/below 14.0");
        assertThat(decides(usage("eas", "2.5"), wide, narrow, one)).isEqualTo("a/2.5");
    }

    @Test
    void where_another_programme_decides_about_the_part_that_one_does() {
        var whole = statement("all-of-it", null, null, "2026-01-01", "all-of-it");
        var part = statement("old-ones", "below 16.1", below("16.1"), "2027-01-01", "all-of-it");

        assertThat(decides(usage("eas", "14.1"), whole, part)).isEqualTo("all-of-it/null");
    }

    @Test
    void a_programme_that_decides_and_does_not_speak_of_the_usage_leaves_it_to_the_one_that_does() {
        var part = statement("old-ones", "below 16.1", below("16.1"), "2027-01-01", "elsewhere");

        assertThat(decides(usage("eas", "14.1"), part)).isEqualTo("old-ones/below 16.1");
    }

    @Test
    void of_two_programmes_one_decides_so_that_nobody_is_told_twice() {
        var late = statement("a", null, null, "2027-01-01", null);
        var soon = statement("b", null, null, "2026-01-01", null);
        var some = statement("c", null, null, null, null);

        assertThat(decides(usage("eas", null), late, soon, some)).isEqualTo("b/null");
        assertThat(decides(usage("eas", null), statement("a", null, null, "2027-01-01", "c"), some))
                .isEqualTo("c/null");
    }

    @Test
    void another_protocol_or_auth_method_is_another_matter() {
        var line = statement("a", null, null, "2027-01-01", null);

        assertThat(decides(usage("imap", null), line)).isNull();
        assertThat(decides(new Usage("eas", "basic", null, null, List.of()), line))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "below 16.1", "kiosk, F1 or F3 licence"})
    void a_line_is_read_back_from_its_key(@Nullable String qualifier) {
        var line = new Line("activesync-below-16-1", "eas", "modern", qualifier);

        assertThat(Line.parse(line.key())).isEqualTo(line);
    }

    private static @Nullable String decides(Usage usage, Statement... statements) {
        return new Deciding(List.of(statements))
                .of(usage)
                .map(line -> line.programme() + "/" + line.qualifier())
                .orElse(null);
    }

    private static Statement statement(
            String programme,
            @Nullable String qualifier,
            @Nullable Part part,
            @Nullable String from,
            @Nullable String effective) {
        return new Statement(
                new Line(programme, "eas", "modern", qualifier),
                part,
                effective,
                from == null ? null : LocalDate.parse(from));
    }

    private static Part below(String version) {
        return new Part("eas-version", version, List.of());
    }

    private static Usage usage(String protocol, @Nullable String qualifier) {
        return new Usage(protocol, "modern", qualifier, "nao@contoso.example", List.of());
    }
}
