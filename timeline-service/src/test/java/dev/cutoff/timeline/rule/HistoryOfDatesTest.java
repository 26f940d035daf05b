package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.OPT_OUT;
import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.Protocol.IMAP;
import static dev.cutoff.timeline.rule.Protocol.SMTP_AUTH;
import static dev.cutoff.timeline.rule.VendorNoticeKind.DISABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Basic authentication from 2018 to the end: what four tenants were told on the day of each announcement. */
class HistoryOfDatesTest {

    /** Protocols of which the vendor never spoke apart. */
    private static final Map<Protocol, List<Protocol>> TOGETHER = Map.of(
            IMAP,
            List.of(Protocol.POP, Protocol.EAS, Protocol.REMOTE_POWERSHELL),
            Protocol.MAPI,
            List.of(Protocol.RPC, Protocol.OAB),
            Protocol.REPORTING_WEB_SERVICE,
            List.of(Protocol.SCC_POWERSHELL));

    private static final String OF_2016 = "2016-04-11";

    @ParameterizedTest(name = "{0}, {1}: {2}, {3} to {4}, {5}")
    @CsvSource(nullValues = "-", textBlock = """
            2018-07-02, EWS,                   UNKNOWN,      -,          -,          -
            2018-07-03, EWS,                   WORKING,      2020-10-13, 2020-10-13, DAY
            2018-07-03, IMAP,                  UNKNOWN,      -,          -,          -
            2018-07-03, SMTP_AUTH,             UNKNOWN,      -,          -,          -
            2019-09-20, EWS,                   WORKING,      2020-10-13, 2020-10-13, DAY
            2019-09-20, IMAP,                  WORKING,      2020-10-13, 2020-10-13, DAY
            2019-09-20, MAPI,                  UNKNOWN,      -,          -,          -
            2019-09-20, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2020-02-26, IMAP,                  WORKING,      2020-10-13, 2020-10-13, DAY
            2020-03-01, IMAP,                  WORKING,      2020-10-13, 2020-10-13, DAY
            2020-04-03, EWS,                   WORKING,      2021-07-01, 2021-12-31, HALF
            2020-04-03, IMAP,                  WORKING,      2021-07-01, 2021-12-31, HALF
            2020-04-03, MAPI,                  UNKNOWN,      -,          -,          -
            2020-05-01, IMAP,                  WORKING,      2021-07-01, 2021-12-31, HALF
            2020-07-28, IMAP,                  WORKING,      2021-07-01, 2021-12-31, HALF
            2020-07-28, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2021-02-04, IMAP,                  WORKING,      -,          -,          TBA
            2021-02-04, MAPI,                  WORKING,      -,          -,          TBA
            2021-02-04, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2021-03-01, EWS,                   WORKING,      -,          -,          TBA
            2021-06-16, IMAP,                  WORKING,      -,          -,          TBA
            2021-06-16, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2021-09-23, IMAP,                  WORKING,      2022-10-01, -,          TBA
            2021-09-23, MAPI,                  WORKING,      2022-10-01, -,          TBA
            2021-09-23, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2021-09-23, REPORTING_WEB_SERVICE, UNKNOWN,      -,          -,          -
            2022-05-03, IMAP,                  WORKING,      2022-10-01, 2022-12-31, QUARTER
            2022-05-03, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2022-09-01, IMAP,                  WORKING,      2022-10-01, 2022-12-31, QUARTER
            2022-09-01, MAPI,                  WORKING,      2022-10-01, 2022-12-31, QUARTER
            2022-09-01, REPORTING_WEB_SERVICE, WORKING,      2023-01-01, 2023-01-07, MONTH
            2022-09-01, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2022-09-01, AUTODISCOVER,          UNKNOWN,      -,          -,          -
            2022-12-20, IMAP,                  ROLLING_OUT,  2022-10-01, 2022-12-31, QUARTER
            2022-12-20, REPORTING_WEB_SERVICE, WORKING,      2023-01-01, 2023-01-07, MONTH
            2023-01-08, IMAP,                  OFF_FOR_GOOD, 2022-10-01, 2022-12-31, QUARTER
            2023-01-08, REPORTING_WEB_SERVICE, OFF_FOR_GOOD, 2023-01-01, 2023-01-07, MONTH
            2023-01-08, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -
            2026-07-17, IMAP,                  OFF_FOR_GOOD, 2022-10-01, 2022-12-31, QUARTER
            2026-07-17, AUTODISCOVER,          OFF_FOR_GOOD, -,          2026-07-16, TBA
            2026-07-17, SMTP_AUTH,             NOT_AFFECTED, -,          -,          -""")
    void a_tenant_of_2016_that_uses_it_is_told_the_same_worldwide_and_in_gcc(
            LocalDate knownOn,
            Protocol protocol,
            State state,
            LocalDate earliest,
            LocalDate latest,
            Precision precision) {
        for (var cloud : List.of(Cloud.WORLDWIDE, Cloud.GCC)) {
            var outlook = tenant(cloud, OF_2016).at(knownOn + "T12:00:00Z", protocol);

            assertThat(outlook.state()).isEqualTo(state);
            assertThat(outlook.cutoff())
                    .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day, Cutoff::precision)
                    .containsExactly(earliest, latest, precision == Precision.DAY ? earliest : null, precision);
            assertThat(outlook.assumes()).isEmpty();
            TOGETHER.getOrDefault(protocol, List.of())
                    .forEach(other -> assertThat(tenant(cloud, OF_2016).at(knownOn + "T12:00:00Z", other))
                            .extracting(
                                    Outlook::state,
                                    Outlook::span,
                                    Outlook::decisionBy,
                                    same -> same.cutoff().earliest(),
                                    same -> same.cutoff().latest())
                            .containsExactly(state, outlook.span(), outlook.decisionBy(), earliest, latest));
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}")
    @CsvSource(nullValues = "-", textBlock = """
            2021-02-04, IMAP,      OFF,          -,          2021-02-04
            2021-02-04, MAPI,      OFF,          -,          2021-02-04
            2021-02-04, SMTP_AUTH, NOT_AFFECTED, -,          2021-02-04
            2021-06-16, IMAP,      OFF,          -,          2021-06-16
            2021-06-16, SMTP_AUTH, NOT_AFFECTED, -,          2021-06-16
            2021-09-23, IMAP,      WORKING,      2022-10-01, 2021-09-23
            2022-05-03, MAPI,      WORKING,      2022-10-01, 2022-05-03
            2022-09-01, IMAP,      WORKING,      2022-10-01, 2022-09-01
            2022-12-20, IMAP,      ROLLING_OUT,  2022-10-01, 2022-12-20""")
    void a_tenant_of_2021_begins_without_it_until_all_are_meant(
            LocalDate knownOn, Protocol protocol, State state, LocalDate earliest, LocalDate announced) {
        var outlook = tenant(Cloud.WORLDWIDE, "2021-01-20").at(knownOn + "T12:00:00Z", protocol);

        assertThat(outlook.state()).isEqualTo(state);
        assertThat(outlook.cutoff().earliest()).isEqualTo(earliest);
        assertThat(outlook.cutoff().day()).isNull();
        assertThat(outlook.revision()).extracting(Revision::announced).isEqualTo(announced);
    }

    @Test
    void a_tenant_that_begins_without_it_may_turn_it_on() {
        var story = tenant(Cloud.WORLDWIDE, "2021-01-20");

        assertThat(story.at("2021-03-01T00:00:00Z", IMAP).cutoff().reason())
                .isEqualTo("Tenants created from 2020-04-03 on begin without it (MC237741).");
        assertThat(story.obtains(RE_ENABLE, "2021-03-01T00:00:00Z", IMAP)
                        .at("2021-03-01T00:00:00Z", IMAP)
                        .state())
                .isEqualTo(State.EXEMPT);
    }

    @Test
    void where_nobody_knows_how_old_a_tenant_is_it_counts_as_one_that_has_it_and_that_is_said() {
        var outlook = tenant(Cloud.WORLDWIDE, null).at("2021-03-01T00:00:00Z", IMAP);

        assertThat(outlook.state()).isEqualTo(State.WORKING);
        assertThat(outlook.assumes()).containsExactly("createdOn");
        assertThat(tenant(Cloud.WORLDWIDE, null)
                        .at("2021-10-01T00:00:00Z", IMAP)
                        .assumes())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cloud.class,
            names = {"WORLDWIDE", "GCC"})
    void that_it_is_not_used_is_the_vendors_word_alone(Cloud cloud) {
        var story = tenant(cloud, OF_2016);
        assertThat(story.at("2021-08-01T00:00:00Z", IMAP).state()).isEqualTo(State.WORKING);

        // MC290828 is such a notice: 30 days, and SMTP AUTH with the rest.
        story.vendorSays(SCHEDULED, "2021-08-31", "2021-08-01T09:00:00Z");

        for (var protocol : List.of(IMAP, Protocol.MAPI, SMTP_AUTH)) {
            var scheduled = story.at("2021-08-01T09:00:00Z", protocol);
            assertThat(scheduled.state()).as(protocol.name()).isEqualTo(State.SCHEDULED);
            assertThat(scheduled.cutoff().day()).isEqualTo("2021-08-31");
            assertThat(story.at("2021-08-31T00:00:00Z", protocol).state()).isEqualTo(State.OFF);
        }
        assertThat(story.at("2021-08-31T00:00:00Z", Protocol.AUTODISCOVER).state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void before_june_2021_the_unused_wave_left_smtp_auth_alone() {
        var story = tenant(Cloud.WORLDWIDE, OF_2016).vendorSays(DISABLED, "2021-04-12", "2021-04-12T09:00:00Z");

        assertThat(story.at("2021-04-12T10:00:00Z", IMAP).state()).isEqualTo(State.OFF);
        assertThat(story.at("2021-04-12T10:00:00Z", SMTP_AUTH).state()).isEqualTo(State.NOT_AFFECTED);
        assertThat(story.asks(RE_ENABLE, "2021-04-13T00:00:00Z", IMAP)).isInstanceOf(Verdict.Denied.class);
        assertThat(story.asks(RE_ENABLE, "2021-06-20T00:00:00Z", IMAP)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void the_diagnostic_of_june_2021_turns_on_again_smtp_auth_too_and_is_not_in_gcc() {
        var story = tenant(Cloud.WORLDWIDE, OF_2016).vendorSays(DISABLED, "2021-08-31", "2021-08-31T09:00:00Z");

        for (var protocol : List.of(IMAP, SMTP_AUTH)) {
            assertThat(story.obtains(RE_ENABLE, "2021-09-02T08:00:00Z", protocol)
                            .at("2021-09-02T09:00:00Z", protocol)
                            .state())
                    .isEqualTo(State.EXEMPT);
        }
        assertThat(tenant(Cloud.GCC, OF_2016).asks(OPT_OUT, "2021-07-01T00:00:00Z", IMAP))
                .isInstanceOfSatisfying(
                        Verdict.Denied.class,
                        denied -> assertThat(denied.denial()).isEqualTo(Denial.NOT_OFFERED));
    }

    @Test
    void a_later_announcement_shortens_what_june_2021_had_left_open() {
        var story = tenant(Cloud.WORLDWIDE, OF_2016).obtains(OPT_OUT, "2021-07-01T00:00:00Z", IMAP);

        assertThat(story.at("2022-10-15T00:00:00Z", "2021-07-01", IMAP).state()).isEqualTo(State.EXEMPT);
        assertThat(story.at("2022-10-15T00:00:00Z", "2021-07-01", IMAP).cutoff().hasNoDate())
                .isTrue();
        assertThat(story.at("2022-10-15T00:00:00Z", "2022-06-01", IMAP).state())
                .as("no exceptions")
                .isEqualTo(State.ROLLING_OUT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2020-03-01 | on 2020-10-13 (MC204828)
            2020-05-01 | between 2021-07-01 and 2021-12-31 (MC208814). The second half of 2021
            2021-03-01 | on a day that is to be announced (MC237741). Suspended until further notice
            2022-06-01 | between 2022-10-01 and 2022-12-31; the vendor names the day 7 days ahead""")
    void the_reason_says_it_in_words(LocalDate knownOn, String words) {
        assertThat(tenant(Cloud.WORLDWIDE, OF_2016)
                        .at(knownOn + "T00:00:00Z", IMAP)
                        .cutoff()
                        .reason())
                .contains(words);
    }

    @Test
    void in_june_2022_there_are_no_exceptions() {
        var outlook = tenant(Cloud.WORLDWIDE, OF_2016).at("2022-10-15T00:00:00Z", "2022-06-01", IMAP);

        assertThat(outlook.decisionBy()).isNull();
        assertThat(outlook.allowedActions())
                .filteredOn(AllowedAction::allowed)
                .extracting(AllowedAction::action)
                .containsExactly(ExemptionKind.SELF_BLOCK);
    }

    private static Story tenant(Cloud cloud, String createdOn) {
        return new Story(Story.BASIC_AUTH, cloud, createdOn == null ? null : LocalDate.parse(createdOn));
    }
}
