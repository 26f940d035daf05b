package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.OPT_OUT;
import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.ExemptionKind.SELF_BLOCK;
import static dev.cutoff.timeline.rule.Protocol.IMAP;
import static dev.cutoff.timeline.rule.Protocol.POP;
import static dev.cutoff.timeline.rule.State.BLOCKED_BY_TENANT;
import static dev.cutoff.timeline.rule.State.EXEMPT;
import static dev.cutoff.timeline.rule.State.NOT_AFFECTED;
import static dev.cutoff.timeline.rule.State.OFF;
import static dev.cutoff.timeline.rule.State.OFF_FOR_GOOD;
import static dev.cutoff.timeline.rule.State.UNKNOWN;
import static dev.cutoff.timeline.rule.State.WORKING;
import static dev.cutoff.timeline.rule.VendorNoticeKind.DISABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.OPT_OUT_RECEIVED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.RE_ENABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.SCHEDULED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.TEMPORARILY_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant was told, day by day, from the first announcement to the end. */
class AutumnOf2022Test {

    @ParameterizedTest(name = "known on {0}: {1} {2} to {3}, {4}, from {5}")
    @CsvSource(nullValues = "-", textBlock = """
            2021-09-22, WORKING,  -,          -,          TBA,     2021-06-16
            2021-09-23, WORKING,  2022-10-01, -,          TBA,     2021-09-23
            2022-05-02, WORKING,  2022-10-01, -,          TBA,     2021-09-23
            2022-05-03, WORKING,  2022-10-01, 2022-12-31, QUARTER, 2022-05-03
            2022-08-31, WORKING,  2022-10-01, 2022-12-31, QUARTER, 2022-05-03
            2022-09-01, WORKING,  2022-10-01, 2022-12-31, QUARTER, 2022-09-01""")
    void each_revision_is_answered_as_it_was_known(
            LocalDate knownOn,
            State state,
            LocalDate earliest,
            LocalDate latest,
            Precision precision,
            LocalDate announced) {
        for (var cloud : new Cloud[] {Cloud.WORLDWIDE, Cloud.GCC}) {
            var outlook = Story.in(cloud).at(knownOn + "T12:00:00Z", IMAP);

            assertThat(outlook.state()).isEqualTo(state);
            assertThat(outlook.cutoff().earliest()).isEqualTo(earliest);
            assertThat(outlook.cutoff().latest()).isEqualTo(latest);
            assertThat(outlook.cutoff().day()).isNull();
            assertThat(outlook.cutoff().precision()).isEqualTo(precision);
            assertThat(outlook.revision() == null ? null : outlook.revision().announced())
                    .isEqualTo(announced);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2022-09-30T23:59:59.999Z, WORKING",
        "2022-10-01T00:00:00Z, ROLLING_OUT",
        "2022-12-31T23:59:59Z, ROLLING_OUT",
        "2023-01-07T23:59:59Z, ROLLING_OUT",
        "2023-01-08T00:00:00Z, OFF_FOR_GOOD"
    })
    void a_tenant_to_which_nothing_was_said_follows_the_rule(String at, State state) {
        assertThat(Story.worldwide().at(at, "2022-09-01", IMAP).state()).isEqualTo(state);
    }

    @Test
    void the_days_are_the_same_whenever_one_asks() {
        for (var at : new String[] {
            "2022-01-01T00:00:00Z", "2022-10-15T00:00:00Z", "2023-01-03T00:00:00Z", "2030-01-01T00:00:00Z"
        }) {
            assertThat(Story.worldwide().at(at, "2022-09-01", IMAP).cutoff())
                    .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day)
                    .containsExactly(LocalDate.parse("2022-10-01"), LocalDate.parse("2022-12-31"), null);
        }
    }

    @Test
    void in_may_nothing_exempts_from_october() {
        var story = Story.worldwide();

        assertThat(story.at("2022-06-01T00:00:00Z", IMAP).decisionBy()).isNull();
        assertThat(story.at("2022-10-15T00:00:00Z", "2022-06-01", IMAP).allowedActions())
                .filteredOn(AllowedAction::allowed)
                .extracting(AllowedAction::action)
                .containsExactly(SELF_BLOCK);
        assertThat(story.obtains(OPT_OUT, "2022-06-01T00:00:00Z", IMAP)
                        .at("2022-10-15T00:00:00Z", "2022-06-01", IMAP)
                        .cutoff()
                        .earliest())
                .isEqualTo("2022-10-01");
    }

    @Test
    void september_reverses_no_exceptions() {
        var outlook = Story.worldwide().at("2022-09-01T00:00:00Z", IMAP);

        assertThat(outlook.decisionBy()).isEqualTo("2022-09-30");
        assertThat(outlook.allowedActions())
                .filteredOn(AllowedAction::allowed)
                .extracting(AllowedAction::action)
                .containsExactly(OPT_OUT, SELF_BLOCK);
    }

    @Test
    void what_was_obtained_before_september_is_voided_and_protects_no_longer() {
        var story = Story.worldwide().obtains(OPT_OUT, "2022-02-10T00:00:00Z", IMAP);

        assertThat(story.at("2022-08-31T00:00:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-09-01T00:00:00Z", IMAP).state()).isEqualTo(WORKING);
        assertThat(story.at("2022-08-31T00:00:00Z", "2022-09-01", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.standingOfLast("2022-08-31T12:00:00Z").status()).isEqualTo(ExemptionStatus.REQUESTED);
        var voided = story.standingOfLast("2022-09-01T12:00:00Z");
        assertThat(voided.status()).isEqualTo(ExemptionStatus.VOIDED);
        assertThat(voided.voidedAt()).isEqualTo("2022-09-01T00:00:00Z");
        assertThat(voided.voidedBy()).isEqualTo("MC424238");
    }

    @Test
    void an_opt_out_in_september_moves_the_cutoff_to_january() {
        var story = Story.worldwide().obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP);
        var outlook = story.at("2022-11-01T00:00:00Z", IMAP);

        assertThat(outlook.state()).isEqualTo(EXEMPT);
        assertThat(outlook.basis()).isEqualTo(Basis.DECLARED);
        assertThat(outlook.span())
                .isEqualTo(Span.of(Instant.parse("2022-09-12T08:00:00Z"), Instant.parse("2023-01-01T00:00:00Z")));
        assertThat(outlook.cutoff())
                .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day, Cutoff::precision)
                .containsExactly(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-01-07"), null, Precision.MONTH);
        assertThat(outlook.decisionBy()).isNull();
        assertThat(story.at("2023-01-01T00:00:00Z", IMAP).state()).isEqualTo(State.ROLLING_OUT);
        assertThat(story.at("2023-01-08T00:00:00Z", IMAP).state()).isEqualTo(OFF_FOR_GOOD);
        assertThat(story.at("2022-11-01T00:00:00Z", POP).state()).isEqualTo(State.ROLLING_OUT);
    }

    @Test
    void a_named_day_is_the_cutoff_and_off_begins_at_its_midnight() {
        var story = Story.worldwide().vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z");

        assertThat(story.at("2022-10-13T08:59:59Z", IMAP).state()).isEqualTo(State.ROLLING_OUT);
        var scheduled = story.at("2022-10-13T09:00:00Z", IMAP);
        assertThat(scheduled.state()).isEqualTo(State.SCHEDULED);
        assertThat(scheduled.span().until()).isEqualTo("2022-10-20T00:00:00Z");
        assertThat(scheduled.cutoff().day()).isEqualTo("2022-10-20");
        assertThat(scheduled.decisionBy()).isNull();
        var off = story.at("2022-10-20T00:00:00Z", IMAP);
        assertThat(off.state()).isEqualTo(OFF);
        assertThat(off.basis()).isEqualTo(Basis.ANNOUNCED);
        assertThat(off.span().until()).isEqualTo("2023-01-01T00:00:00Z");
        assertThat(off.decisionBy()).isEqualTo("2022-12-31");
        assertThat(story.at("2023-01-01T00:00:00Z", IMAP).state()).isEqualTo(OFF_FOR_GOOD);
    }

    @Test
    void before_the_notice_was_known_nobody_knew_the_day() {
        var story = Story.worldwide().vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z");

        assertThat(story.at("2022-10-25T00:00:00Z", "2022-10-12", IMAP).cutoff().day())
                .isNull();
        assertThat(story.at("2022-10-25T00:00:00Z", "2022-10-13", IMAP).cutoff().day())
                .isEqualTo("2022-10-20");
    }

    @Test
    void the_same_message_with_another_day_moves_the_cutoff() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .vendorSays(SCHEDULED, "2022-10-27", "2022-10-19T09:00:00Z");

        assertThat(story.at("2022-10-21T00:00:00Z", IMAP).state()).isEqualTo(State.SCHEDULED);
        assertThat(story.at("2022-10-21T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-10-27");
        assertThat(story.at("2022-10-21T00:00:00Z", "2022-10-18", IMAP).state()).isEqualTo(OFF);
    }

    @Test
    void a_cancelled_day_leaves_the_window() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .vendorSays(VendorNoticeKind.CANCELLED, null, "2022-10-18T09:00:00Z");

        assertThat(story.at("2022-10-21T00:00:00Z", IMAP).state()).isEqualTo(State.ROLLING_OUT);
        assertThat(story.at("2022-10-21T00:00:00Z", IMAP).cutoff().day()).isNull();
    }

    @Test
    void a_re_enable_works_within_the_hour_once_and_to_the_end_of_the_year() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-20T09:00:00Z", IMAP);

        assertThat(story.at("2022-10-20T09:59:59Z", IMAP).state()).isEqualTo(OFF);
        var exempt = story.at("2022-10-20T10:00:00Z", IMAP);
        assertThat(exempt.state()).isEqualTo(EXEMPT);
        assertThat(exempt.span().until()).isEqualTo("2023-01-01T00:00:00Z");
        assertThat(exempt.cutoff().earliest()).isEqualTo("2023-01-01");
        assertThat(exempt.cutoff().day()).isNull();
        assertThat(story.at("2022-10-15T00:00:00Z", "2022-10-20", IMAP).cutoff().day())
                .isEqualTo("2022-10-20");
        assertThat(story.asks(RE_ENABLE, "2022-10-21T00:00:00Z", IMAP))
                .isInstanceOfSatisfying(
                        Verdict.Denied.class,
                        denied -> assertThat(denied.denial()).isEqualTo(Denial.BUDGET_SPENT));
        assertThat(story.at("2022-10-21T00:00:00Z", POP).state()).isEqualTo(OFF);
    }

    @Test
    void a_confirmed_re_enable_works_from_its_confirmation() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-20T09:00:00Z", IMAP)
                .confirmedAt("2022-10-20T09:20:00Z");

        assertThat(story.at("2022-10-20T09:20:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-10-20T09:20:00Z", IMAP).basis()).isEqualTo(Basis.CONFIRMED);
    }

    @Test
    void what_the_vendor_confirmed_stays_its_word_when_the_tenant_takes_it_back() {
        var story = Story.worldwide()
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .confirmedAt("2022-09-13T08:00:00Z")
                .revokedAt("2022-09-20T08:00:00Z");

        var outlook = story.at("2022-10-01T00:00:00Z", IMAP);

        assertThat(outlook.state()).isEqualTo(State.ROLLING_OUT);
        assertThat(outlook.declared()).isNull();
        assertThat(outlook.basis()).isEqualTo(Basis.ANNOUNCED);
        assertThat(outlook.confirmed()).isNotNull().satisfies(said -> {
            assertThat(said.value()).isEqualTo("opt-out");
            assertThat(said.at()).isEqualTo("2022-09-13T08:00:00Z");
        });
    }

    @Test
    void a_day_named_for_january_ends_the_exemption_for_good() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-20T09:00:00Z", IMAP)
                .vendorSays(SCHEDULED, "2023-01-03", "2022-12-27T09:00:00Z");

        assertThat(story.at("2022-12-28T00:00:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-12-28T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2023-01-03");
        assertThat(story.at("2023-01-02T00:00:00Z", IMAP).state()).isEqualTo(State.SCHEDULED);
        assertThat(story.at("2023-01-03T00:00:00Z", IMAP).state()).isEqualTo(OFF_FOR_GOOD);
        assertThat(story.at("2022-10-20T05:00:00Z", "2023-01-05", IMAP).cutoff().day())
                .isEqualTo("2022-10-20");
    }

    @Test
    void the_vendor_is_believed_when_it_switches_off_what_was_opted_out() {
        var story = Story.worldwide()
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .vendorSays(DISABLED, "2022-11-03", "2022-11-03T10:00:00Z", IMAP);

        assertThat(story.at("2022-11-02T23:00:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-11-03T10:00:00Z", IMAP).state()).isEqualTo(OFF);
        assertThat(story.at("2022-11-03T10:00:00Z", IMAP).basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(story.standingOfLast("2022-11-04T00:00:00Z").status()).isEqualTo(ExemptionStatus.DISPUTED);
        assertThat(story.obtains(RE_ENABLE, "2022-11-04T00:00:00Z", IMAP)
                        .at("2022-11-04T01:00:00Z", IMAP)
                        .state())
                .isEqualTo(EXEMPT);
    }

    @Test
    void what_was_off_at_the_moment_of_the_re_enable_does_not_dispute_it() {
        var story = Story.worldwide()
                .vendorSays(DISABLED, null, "2022-10-25T10:00:00Z", IMAP)
                .obtains(RE_ENABLE, "2022-10-25T10:00:00Z", IMAP)
                .confirmedAt("2022-10-25T10:00:00Z");

        assertThat(story.standingOfLast("2022-10-25T10:00:00Z").status()).isEqualTo(ExemptionStatus.CONFIRMED);
        assertThat(story.disputesOfLastNotice("2022-10-26")).isEmpty();
        story.vendorSays(DISABLED, null, "2022-10-25T11:00:00Z", IMAP);
        assertThat(story.standingOfLast("2022-10-25T11:00:00Z").status()).isEqualTo(ExemptionStatus.DISPUTED);
    }

    @Test
    void a_word_about_the_whole_tenant_says_nothing_against_an_opt_out() {
        var story = Story.worldwide()
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z");

        assertThat(story.at("2022-10-21T00:00:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-10-21T00:00:00Z", POP).state()).isEqualTo(OFF);
        assertThat(story.standingOfLast("2022-10-21T00:00:00Z").status()).isEqualTo(ExemptionStatus.REQUESTED);
    }

    @Test
    void an_opt_out_that_only_the_vendor_knows_of_is_believed() {
        var story = Story.worldwide().vendorSays(OPT_OUT_RECEIVED, null, "2022-09-23T09:00:00Z", IMAP);
        var outlook = story.at("2022-10-15T00:00:00Z", IMAP);

        assertThat(outlook.state()).isEqualTo(EXEMPT);
        assertThat(outlook.basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(outlook.declared()).isNull();
        assertThat(outlook.confirmed()).extracting(Statement::value).isEqualTo("opt-out-received");
        assertThat(story.vendorSays(VendorNoticeKind.OPT_OUT_VOIDED, null, "2022-10-16T00:00:00Z", IMAP)
                        .at("2022-10-16T00:00:00Z", IMAP)
                        .state())
                .isEqualTo(State.ROLLING_OUT);
    }

    @Test
    void the_vendors_receipt_confirms_a_request_on_file() {
        var story = Story.worldwide()
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .vendorSays(OPT_OUT_RECEIVED, null, "2022-09-23T09:00:00Z");

        assertThat(story.at("2022-09-23T08:59:00Z", IMAP).basis()).isEqualTo(Basis.DECLARED);
        assertThat(story.at("2022-09-23T09:00:00Z", IMAP).basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(story.at("2022-09-23T09:00:00Z", IMAP).span().from()).isEqualTo("2022-09-12T08:00:00Z");
        assertThat(story.standingOfLast("2022-09-23T09:00:00Z").status()).isEqualTo(ExemptionStatus.CONFIRMED);
    }

    @Test
    void a_temporary_test_ends_by_itself_or_by_the_vendors_word() {
        var story = Story.worldwide().vendorSays(TEMPORARILY_OFF, "2022-02-14", "2022-02-14T10:00:00Z");

        assertThat(story.at("2022-02-14T10:00:00Z", IMAP).state()).isEqualTo(State.TEMPORARILY_OFF);
        assertThat(story.at("2022-02-14T10:00:00Z", IMAP).span().until()).isEqualTo("2022-02-16T00:00:00Z");
        assertThat(story.at("2022-02-14T10:00:00Z", "2022-11-01", IMAP).state()).isEqualTo(State.TEMPORARILY_OFF);
        assertThat(story.at("2022-02-16T00:00:00Z", IMAP).state()).isEqualTo(WORKING);
        story.vendorSays(RE_ENABLED, null, "2022-02-15T06:00:00Z");
        assertThat(story.at("2022-02-15T06:00:00Z", IMAP).state()).isEqualTo(WORKING);
        assertThat(story.at("2022-02-15T05:00:00Z", IMAP).state()).isEqualTo(State.TEMPORARILY_OFF);
    }

    @Test
    void the_vendor_may_turn_on_again_what_it_switched_off() {
        var story = Story.worldwide()
                .vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z")
                .vendorSays(RE_ENABLED, null, "2022-10-22T10:00:00Z");

        assertThat(story.at("2022-10-22T10:00:00Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-10-22T10:00:00Z", IMAP).basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(story.at("2022-10-22T10:00:00Z", IMAP).cutoff().earliest()).isEqualTo("2023-01-01");
    }

    @Test
    void a_self_block_is_stronger_than_what_keeps_it_on_and_weaker_than_the_vendors_switch() {
        var story = Story.worldwide()
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .obtains(SELF_BLOCK, "2022-11-10T17:00:00Z", IMAP);

        var blocked = story.at("2022-11-11T00:00:00Z", IMAP);
        assertThat(blocked.state()).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(blocked.cutoff().day()).isEqualTo("2022-11-10");
        assertThat(blocked.decisionBy()).isNull();
        assertThat(story.at("2023-01-08T00:00:00Z", IMAP).state()).isEqualTo(OFF_FOR_GOOD);
        assertThat(story.at("2023-01-08T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-11-10");
        assertThat(story.revokedAt("2022-11-20T00:00:00Z")
                        .at("2022-11-21T00:00:00Z", IMAP)
                        .state())
                .isEqualTo(EXEMPT);
    }

    @Test
    void a_re_enable_does_not_lift_a_self_block() {
        var story = Story.worldwide()
                .obtains(SELF_BLOCK, "2022-10-01T00:00:00Z", IMAP)
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-21T00:00:00Z", IMAP);

        assertThat(story.at("2022-10-20T12:00:00Z", IMAP).state()).isEqualTo(OFF);
        assertThat(story.at("2022-10-22T00:00:00Z", IMAP).state()).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(story.at("2022-10-22T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-10-01");
    }

    @Test
    void a_revoked_re_enable_leaves_off_what_was_off() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-21T00:00:00Z", IMAP)
                .revokedAt("2022-10-21T00:30:00Z");

        assertThat(story.at("2022-10-22T00:00:00Z", IMAP).state()).isEqualTo(OFF);
        assertThat(story.asks(RE_ENABLE, "2022-10-22T00:00:00Z", IMAP)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void what_a_re_enable_had_turned_on_is_off_again_from_when_it_was_taken_back() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-21T00:00:00Z", IMAP)
                .revokedAt("2022-11-05T10:00:00Z");

        assertThat(story.at("2022-11-05T09:59:59Z", IMAP).state()).isEqualTo(EXEMPT);
        assertThat(story.at("2022-11-05T10:00:00Z", IMAP).state()).isEqualTo(OFF);
        assertThat(story.at("2022-11-06T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-11-05");
        assertThat(story.at("2022-10-20T12:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-10-20");
    }

    @Test
    void a_re_enable_that_was_taken_back_before_it_worked_proves_nothing_about_the_day() {
        var story = Story.worldwide()
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z")
                .obtains(RE_ENABLE, "2022-10-20T09:00:00Z", IMAP)
                .revokedAt("2022-10-20T09:30:00Z")
                .vendorSays(SCHEDULED, "2022-10-27", "2022-10-22T09:00:00Z");

        assertThat(story.at("2022-10-24T00:00:00Z", IMAP).state()).isEqualTo(State.SCHEDULED);
        assertThat(story.at("2022-10-24T00:00:00Z", IMAP).cutoff().day()).isEqualTo("2022-10-27");
    }

    @Test
    void smtp_auth_is_not_affected_because_a_rule_says_so_and_yet_the_vendor_is_believed() {
        var story = Story.worldwide();
        var outlook = story.at("2022-10-15T00:00:00Z", Protocol.SMTP_AUTH);

        assertThat(outlook.state()).isEqualTo(NOT_AFFECTED);
        assertThat(outlook.cutoff().hasNoDate()).isTrue();
        story.vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z", Protocol.SMTP_AUTH);
        assertThat(story.at("2022-10-21T00:00:00Z", Protocol.SMTP_AUTH).state()).isEqualTo(OFF);
        assertThat(story.at("2025-10-21T00:00:00Z", Protocol.SMTP_AUTH).state()).isEqualTo(OFF);
    }

    @ParameterizedTest
    @CsvSource({"REPORTING_WEB_SERVICE", "SCC_POWERSHELL"})
    void what_stays_until_the_end_of_2022_needs_no_opt_out(Protocol protocol) {
        var story = Story.worldwide().vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z");
        var outlook = story.at("2022-12-31T23:59:59Z", protocol);

        assertThat(outlook.state()).isEqualTo(WORKING);
        assertThat(outlook.cutoff().earliest()).isEqualTo("2023-01-01");
        assertThat(outlook.decisionBy()).isNull();
        assertThat(story.asks(OPT_OUT, "2022-09-12T00:00:00Z", protocol))
                .isInstanceOfSatisfying(
                        Verdict.Denied.class,
                        denied -> assertThat(denied.denial()).isEqualTo(Denial.NOT_OFFERED));
        assertThat(story.at("2022-08-01T00:00:00Z", protocol).state()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"GCC_HIGH", "DOD", "CHINA"})
    void a_cloud_of_which_nothing_was_said_is_unknown_on_every_line(Cloud cloud) {
        for (var line : Story.BASIC_AUTH.lines()) {
            var outlook = Story.in(cloud).at("2022-10-15T00:00:00Z", line.protocol());

            assertThat(outlook.state()).isEqualTo(UNKNOWN);
            assertThat(outlook.basis()).isNull();
            assertThat(outlook.cutoff().hasNoDate()).isTrue();
            assertThat(outlook.allowedActions())
                    .filteredOn(AllowedAction::allowed)
                    .extracting(AllowedAction::action)
                    .containsExactly(SELF_BLOCK);
        }
    }
}
