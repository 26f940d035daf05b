package dev.cutoff.timeline.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be used is refused with the place to look at. */
class CatalogueFilesTest {

    private static final String GOOD = """
            programme: smtp-auth-basic
            title: Basic authentication for client submission
            checkedOn: 2026-11-22
            revisions:
              - announced: 2026-01-27
                source: { message: MC786329, title: Updated timeline, confidence: verified }
                summary: Disabled by default at the end of December 2026.
                rules:
                  - id: all
                    protocols: [smtp-auth]
                    auth: basic
                    phases:
                      - { kind: rollout, from: 2026-12-01, to: 2026-12-31, precision: end-of-month }
            """;

    @Test
    void the_files_that_come_with_the_service_can_be_used() {
        assertThat(CatalogueInTests.files(null).read())
                .extracting(file -> file.programme().id())
                .hasSize(14)
                .isSorted();
    }

    @Test
    void the_files_of_a_folder_are_read_too(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("smtp-auth-basic.yaml"), GOOD);
        Files.writeString(folder.resolve("notes.txt"), "no catalogue");

        assertThat(CatalogueInTests.files(folder).read())
                .extracting(file -> file.programme().id())
                .hasSize(15)
                .endsWith("smtp-auth-basic");
    }

    @ParameterizedTest(name = "{0} -> {1}: line {2}")
    @CsvSource(delimiter = '|', textBlock = """
            announced: 2026-01-27          | announced: January        | 5  | /revisions/0/announced must be a date such as 2022-10-01
            protocols: [smtp-auth]         | protocols: [telnet]       | 10 | /revisions/0/rules/0/protocols/0 must be one of autodiscover, eas
            auth: basic                    | auth: basic, colour: red  | 11 | is not YAML
            'auth: basic'                  | 'auth: basic\\n        colour: red' | 12 | /revisions/0/rules/0/colour is not a field here
            title: Basic authentication    | titel: Basic              | 2  | /titel is not a field here
            to: 2026-12-31                 | to: 2026-11-30            | 13 | /revisions/0/rules/0/phases/0 to must not be before from
            kind: rollout                  | kind: usage-report        | 9  | /revisions/0/rules/0 phases must have a rollout, a disabled-by-default or a permanent-off
            kind: rollout                  | kind: opt-out-window      | 13 | /revisions/0/rules/0/phases/0 channel must be given for a window
            'auth: basic'                  | 'auth: basic\\n        auth: modern' | 12 | /revisions/0/rules/0/auth stands there twice
            programme: smtp-auth-basic     | programme: SMTP AUTH      | 1  | /programme must be a name such as exchange-online-basic-auth
            checkedOn: 2026-11-22          | checkedOn: null           | 3  | /checkedOn must not be null
            kind: rollout                  | kind: permanent-off, wave: unused | 13 | /revisions/0/rules/0/phases/0 wave belongs to a rollout
            kind: rollout                  | kind: rollout, wave: unused | 9 | /revisions/0/rules/0 phases must have a rollout, a disabled-by-default
            kind: rollout                  | kind: rollout, grants: [opt-out] | 13 | /revisions/0/rules/0/phases/0 grants belong to a window
            kind: rollout                  | kind: rollout, allowance: counted | 13 | /revisions/0/rules/0/phases/0 allowance must be counted where
            'auth: basic'                  | 'auth: basic\\n        affected: false' | 9 | /revisions/0/rules/0 phases must be empty where affected is false
            'auth: basic'                  | 'auth: basic\\n        audience: { createdFrom: 2026-01-01, createdBefore: 2026-01-01 }' | 12 | createdBefore must be after createdFrom
            """)
    void a_mistake_is_named_with_file_line_and_field(String good, String bad, int line, String mistake) {
        var text = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> CatalogueInTests.files(null).parse("smtp-auth-basic.yaml", text))
                .isInstanceOf(BadCatalogue.class)
                .hasMessageStartingWith("smtp-auth-basic.yaml, line " + line + ": ")
                .hasMessageContaining(mistake);
    }

    @Test
    void what_is_said_twice_may_be_written_once() {
        var twice = GOOD.replace("phases:", "phases: &steps") + """
                  - announced: 2026-01-29
                    source: { title: The same again, confidence: verified }
                    summary: The same dates.
                    rules:
                      - id: all
                        protocols: [smtp-auth]
                        auth: basic
                        phases: *steps
                """;

        var revisions = CatalogueInTests.files(null)
                .parse("smtp-auth-basic.yaml", twice)
                .programme()
                .revisions();

        assertThat(revisions.getLast().rules().getFirst().phases())
                .isEqualTo(revisions.getFirst().rules().getFirst().phases());
    }

    @Test
    void a_file_that_contains_itself_is_refused() {
        assertThatThrownBy(
                        () -> CatalogueInTests.files(null).parse("round.yaml", "programme: &all { programme: *all }"))
                .isInstanceOf(BadCatalogue.class)
                .hasMessageStartingWith("round.yaml, line 1: ")
                .hasMessageContaining("nested too deeply, or contains itself");
    }

    @Test
    void two_revisions_of_one_day_need_a_sequence() {
        var revision = GOOD.substring(GOOD.indexOf("  - announced"));

        assertThatThrownBy(() -> CatalogueInTests.files(null).parse("twice.yaml", GOOD + revision))
                .hasMessageStartingWith("twice.yaml, line 14: /revisions/1 is of a day that is there already");
        assertThat(CatalogueInTests.files(null)
                        .parse(
                                "twice.yaml",
                                GOOD
                                        + revision.replace(
                                                "announced: 2026-01-27", "announced: 2026-01-27\n    sequence: 2"))
                        .programme()
                        .revisions())
                .hasSize(2);
    }

    @Test
    void an_empty_file_is_no_catalogue() {
        assertThatThrownBy(() -> CatalogueInTests.files(null).parse("empty.yaml", "# nothing"))
                .hasMessage("empty.yaml, line 1: the file is empty");
    }
}
