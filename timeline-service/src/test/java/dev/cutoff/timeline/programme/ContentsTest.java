package dev.cutoff.timeline.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.timeline.rule.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same announcement by two hands, and two announcements of one day. */
class ContentsTest {

    private static final String TEXT = """
            programme: test
            title: Test
            checkedOn: 2026-11-22
            revisions:
              - announced: 2022-09-01
                source: { message: MC424238, title: September, confidence: verified, references: [one, two] }
                summary: Opt out, or turn it on again.
                voids: [opt-out, re-enable]
                rules:
                  - id: worldwide
                    protocols: [imap, pop]
                    auth: basic
                    qualifier: old
                    part: { kind: tls-version, values: ["1.0", "1.1"] }
                    audience: { clouds: [worldwide, gcc] }
                    phases:
                      - { kind: rollout, wave: unused, from: 2022-06-01 }
                      - { kind: rollout, from: 2022-10-01, to: 2022-12-31, precision: quarter, note: At random }
                      - { kind: re-enable-window, from: 2022-10-01, channel: self-service, takesEffectWithin: PT24H }
                  - { id: other, protocols: [smtp-auth], auth: basic, affected: false }
            """;

    private final Contents contents = new Contents(mapper());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            summary: Opt out, or     | summary: "Opt out,  or
            [imap, pop]              | [pop, imap]
            [worldwide, gcc]         | [gcc, worldwide]
            [opt-out, re-enable]     | [re-enable, opt-out]
            [one, two]               | [two, one]
            ["1.0", "1.1"]           | ["1.1", "1.0"]
            channel: self-service,   | channel: self-service, allowance: unlimited, grants: [re-enable],
            PT24H                    | P1D
            affected: false          | affected: false, phases: [], audience: { clouds: [] }
            announced: 2022-09-01    | announced: 2022-09-01, sequence: 1, zone: Z
            confidence: verified,    | confidence: verified, dayConfidence: verified,""")
    void the_hand_of_the_writer_is_no_content(String one, String other) {
        assertThat(TEXT).contains(one);
        var changed = other.startsWith("summary")
                ? TEXT.replace(
                        "summary: Opt out, or turn it on again.", "summary: \"Opt out,  or turn it\\n on again. \"")
                : other.contains("sequence")
                        ? TEXT.replace(one, "announced: 2022-09-01\n    sequence: 1\n    zone: Z")
                        : TEXT.replace(one, other);
        assertThat(changed).isNotEqualTo(TEXT);

        assertThat(contents.differences(revision(TEXT), revision(changed))).isEmpty();
    }

    @Test
    void the_order_of_steps_means_nothing_and_that_of_rules_does() {
        var rollout =
                "          - { kind: rollout, from: 2022-10-01, to: 2022-12-31, precision: quarter, note: At random }\n";
        var rule = "      - { id: other, protocols: [smtp-auth], auth: basic, affected: false }\n";
        assertThat(TEXT).contains(rollout, rule);

        var steps = TEXT.replace(rollout, "").replace("        phases:\n", "        phases:\n" + rollout);
        var rules = TEXT.replace(rule, "").replace("    rules:\n", "    rules:\n" + rule);

        assertThat(contents.differences(revision(TEXT), revision(steps))).isEmpty();
        assertThat(contents.differences(revision(TEXT), revision(rules)))
                .anyMatch(difference -> !difference.isWording());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            to: 2022-12-31            | to: 2022-12-30            | /rules/0/phases/rollout/to is 2022-12-31 and 2022-12-30
            from: 2022-06-01          | from: 2022-07-01          | /rules/0/phases/rollout-unused/from is 2022-06-01 and 2022-07-01
            [imap, pop]               | [imap]                    | /rules/0/protocols is ["imap","pop"] and ["imap"]
            message: MC424238         | message: MC424239         | /source/message is MC424238 and MC424239
            "1.1"]                    | "1.1", "1.2"]             | /rules/0/part/values is ["1.0","1.1"] and ["1.0","1.1","1.2"]
            [opt-out, re-enable]      | [opt-out]                 | /voids is ["opt-out","re-enable"] and ["opt-out"]
            PT24H                     | PT25H                     | /rules/0/phases/re-enable-window/takesEffectWithin is PT24H and PT25H
            'takesEffectWithin: PT24H' | 'lastsUntil: 2023-01-01' | /rules/0/phases/re-enable-window/lastsUntil is nothing and 2023-01-01""")
    void a_difference_that_decides_answers_is_named(String one, String other, String difference) {
        assertThat(TEXT).contains(one);

        assertThat(contents.differences(revision(TEXT), revision(TEXT.replace(one, other))))
                .filteredOn(found -> !found.isWording())
                .extracting(found -> "%s is %s and %s".formatted(found.field(), found.one(), found.other()))
                .contains(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: worldwide        | id: all
            title: September     | title: October
            note: At random      | note: One by one
            confidence: verified | confidence: third-party
            summary: Opt out, or | summary: Opt out and""")
    void other_words_are_a_difference_that_decides_nothing(String one, String other) {
        assertThat(TEXT).contains(one);

        assertThat(contents.differences(revision(TEXT), revision(TEXT.replace(one, other))))
                .isNotEmpty()
                .allMatch(Contents.Difference::isWording);
    }

    private static Revision revision(String text) {
        return CatalogueInTests.parse(text).revisions().getFirst();
    }

    private static JsonMapper mapper() {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        new StrictJson().customize(json);
        return json;
    }
}
