package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.ALLOWED_APP;
import static dev.cutoff.timeline.rule.ExemptionKind.OPT_OUT;
import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.ExemptionKind.SELF_BLOCK;
import static dev.cutoff.timeline.rule.Protocol.EWS;
import static dev.cutoff.timeline.rule.State.BLOCKED_BY_TENANT;
import static dev.cutoff.timeline.rule.State.EXEMPT;
import static dev.cutoff.timeline.rule.State.OFF;
import static dev.cutoff.timeline.rule.State.OFF_FOR_GOOD;
import static dev.cutoff.timeline.rule.State.ROLLING_OUT;
import static dev.cutoff.timeline.rule.State.WORKING;
import static dev.cutoff.timeline.rule.VendorNoticeKind.DISABLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** EWS: what EwsEnabled and its list of apps come to, before October 2026, after the vendor has reached the tenant, and in the end. */
class EwsEnabledTest {

    private static final String LISTED = "5d661950-3475-41cd-a2c3-d671a3162bc1";
    private static final String OTHER = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";
    private static final Line ALL = Line.whole(EWS, AuthMethod.MODERN);
    private static final Line APP = Line.app(EWS, AuthMethod.MODERN, LISTED);

    private static final String BEFORE = "2026-09-20T00:00:00Z";
    private static final String AFTER = "2026-11-20T00:00:00Z";
    private static final String END = "2027-04-01T00:00:00Z";

    private final Story story = Story.of("exchange-web-services");

    @Test
    void true_with_a_list_lets_only_the_list_through_before_and_after_october() {
        story.allows("2026-08-01T00:00:00Z", EWS, LISTED);

        assertThat(state(BEFORE, APP)).isEqualTo(EXEMPT);
        assertThat(state(BEFORE, ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state(AFTER, APP)).isEqualTo(EXEMPT);
        assertThat(state(AFTER, ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state(END, APP)).isEqualTo(OFF_FOR_GOOD);
        assertThat(state(END, ALL)).isEqualTo(OFF_FOR_GOOD);
        assertThat(outlook(BEFORE, APP).cutoff().day()).isEqualTo("2027-04-01");
        assertThat(outlook(BEFORE, APP).basis()).isEqualTo(Basis.DECLARED);
    }

    @Test
    void a_list_works_within_a_day_and_replaces_the_one_before() {
        story.allows("2026-08-01T00:00:00Z", EWS, LISTED).allows("2026-09-01T00:00:00Z", EWS, OTHER);

        assertThat(state("2026-08-01T23:59:59Z", ALL)).isEqualTo(WORKING);
        assertThat(state("2026-08-02T00:00:00Z", ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state("2026-09-01T23:59:59Z", APP)).isEqualTo(EXEMPT);
        assertThat(state("2026-09-02T00:00:00Z", APP)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state("2026-09-02T00:00:00Z", Line.app(EWS, AuthMethod.MODERN, OTHER)))
                .isEqualTo(EXEMPT);
    }

    @Test
    void without_a_setting_everything_passes_until_the_tenant_is_reached() {
        assertThat(state(BEFORE, ALL)).isEqualTo(WORKING);
        assertThat(state("2026-10-01T00:00:00Z", ALL)).isEqualTo(ROLLING_OUT);
        assertThat(outlook(BEFORE, ALL).cutoff())
                .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day)
                .containsExactly(LocalDate.parse("2026-10-01"), LocalDate.parse("2027-04-01"), null);
        story.vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z");
        assertThat(state(AFTER, ALL)).isEqualTo(OFF);
        assertThat(state(END, ALL)).isEqualTo(OFF_FOR_GOOD);
    }

    @Test
    void false_blocks_all_before_october_too() {
        story.obtains(SELF_BLOCK, "2026-09-01T00:00:00Z", EWS);

        assertThat(state(BEFORE, ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state(AFTER, ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(outlook(BEFORE, ALL).basis())
                .as("what is set is not what is seen")
                .isEqualTo(Basis.DECLARED);
    }

    @Test
    void null_after_the_flip_lets_everything_through_again_as_often_as_one_likes_until_april() {
        story.vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z")
                .obtains(RE_ENABLE, "2026-10-21T00:00:00Z", EWS);

        assertThat(state("2026-10-21T00:00:00Z", ALL)).isEqualTo(OFF);
        assertThat(state("2026-10-22T00:00:00Z", ALL)).isEqualTo(EXEMPT);
        assertThat(state("2027-03-31T23:59:59Z", ALL)).isEqualTo(EXEMPT);
        assertThat(state(END, ALL)).isEqualTo(OFF_FOR_GOOD);
        story.vendorSays(DISABLED, "2026-12-01", "2026-12-01T09:00:00Z", EWS);
        assertThat(story.asks(RE_ENABLE, "2026-12-02T00:00:00Z", EWS)).isInstanceOf(Verdict.Granted.class);
        assertThat(story.asks(RE_ENABLE, END, EWS)).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void null_ignores_the_list() {
        story.allows("2026-08-01T00:00:00Z", EWS, LISTED)
                .vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z", EWS)
                .obtains(RE_ENABLE, "2026-10-21T00:00:00Z", EWS);

        assertThat(state(AFTER, ALL)).isEqualTo(EXEMPT);
        assertThat(state(AFTER, APP)).isEqualTo(EXEMPT);
        assertThat(story.standingOfLast(AFTER).status()).isEqualTo(ExemptionStatus.REQUESTED);
    }

    @Test
    void true_with_a_list_after_the_flip_brings_back_the_list_alone() {
        story.vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z").allows("2026-10-21T00:00:00Z", EWS, LISTED);

        assertThat(state("2026-10-22T00:00:00Z", APP)).isEqualTo(EXEMPT);
        assertThat(state("2026-10-22T00:00:00Z", ALL)).isEqualTo(OFF);
    }

    /** Else nobody would be reminded of April: what the vendor did in October is over for an app that passes again. */
    @Test
    void what_a_list_has_brought_back_stops_in_april_and_not_on_the_day_of_the_flip() {
        story.vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z").allows("2026-10-21T00:00:00Z", EWS, LISTED);

        assertThat(outlook(AFTER, APP).cutoff().day()).isEqualTo("2027-04-01");
        assertThat(outlook(END, APP).cutoff().day()).isEqualTo("2027-04-01");
        assertThat(outlook(AFTER, ALL).cutoff().day()).isEqualTo("2026-10-20");
    }

    @Test
    void what_a_list_has_brought_back_is_off_again_from_when_it_is_taken_off_the_list() {
        story.vendorSays(DISABLED, "2026-10-20", "2026-10-20T09:00:00Z")
                .allows("2026-10-21T00:00:00Z", EWS, LISTED)
                .allows("2026-11-04T00:00:00Z", EWS, OTHER);

        assertThat(state("2026-11-04T23:59:59Z", APP)).isEqualTo(EXEMPT);
        assertThat(outlook("2026-11-04T12:00:00Z", APP).cutoff().day()).isEqualTo("2026-11-05");
        assertThat(state("2026-11-05T00:00:00Z", APP)).isEqualTo(OFF);
        assertThat(outlook(AFTER, APP).cutoff().day()).isEqualTo("2026-11-05");
    }

    @Test
    void who_is_not_reached_yet_is_told_by_when_all_are() {
        assertThat(outlook(AFTER, ALL).cutoff().reason())
                .startsWith("Tenants are switched off from 2026-10-01 on, the last by 2027-04-01 (");
    }

    @ParameterizedTest(name = "known on {0}: decide by {1}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-06-01, -,          2026-10-01
            2026-02-05, 2026-08-31, 2026-10-01
            2026-09-03, 2027-03-31, 2026-10-01
            2026-09-04, 2026-09-30, 2026-10-01
            2026-10-05, 2027-03-31, 2026-10-01""")
    void the_deadline_for_the_list_was_moved(String knownOn, LocalDate decisionBy, LocalDate earliest) {
        var outlook = story.at(knownOn + "T12:00:00Z", knownOn, ALL);

        assertThat(outlook.decisionBy()).isEqualTo(decisionBy);
        assertThat(outlook.cutoff().earliest()).isEqualTo(earliest);
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void every_cloud_is_meant(Cloud cloud) {
        var outlook = new Story(CatalogueInTests.programme("exchange-web-services"), cloud, null)
                .at(BEFORE, "2026-09-20", ALL);

        assertThat(outlook.state()).isEqualTo(WORKING);
        assertThat(outlook.allowedActions())
                .extracting(AllowedAction::action)
                .containsExactly(OPT_OUT, RE_ENABLE, ALLOWED_APP, SELF_BLOCK);
        assertThat(outlook.allowedActions())
                .filteredOn(AllowedAction::allowed)
                .extracting(AllowedAction::action)
                .containsExactly(ALLOWED_APP, SELF_BLOCK);
    }

    @Test
    void a_list_without_any_app_takes_the_one_before_away_and_blocks_nothing() {
        story.allows("2026-08-01T00:00:00Z", EWS, LISTED).allows("2026-09-01T00:00:00Z", EWS);

        assertThat(state("2026-08-20T00:00:00Z", ALL)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state("2026-09-02T00:00:00Z", ALL)).isEqualTo(WORKING);
        assertThat(state("2026-09-02T00:00:00Z", APP)).isEqualTo(WORKING);
        assertThat(state(AFTER, ALL)).isEqualTo(ROLLING_OUT);
    }

    private State state(String at, Line line) {
        return outlook(at, line).state();
    }

    private Outlook outlook(String at, Line line) {
        return story.at(at, "2026-11-22", line);
    }
}
