package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.OPT_OUT;
import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.Protocol.IMAP;
import static dev.cutoff.timeline.rule.Protocol.POP;
import static dev.cutoff.timeline.rule.Protocol.SMTP_AUTH;
import static dev.cutoff.timeline.rule.VendorNoticeKind.CANCELLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.DISABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.OPT_OUT_RECEIVED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.OPT_OUT_VOIDED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.POSTPONED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.RE_ENABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.SCHEDULED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.TEMPORARILY_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vendor contradicts its own rules, or what is on file: it is believed, and it is said. */
class DisputeTest {

    private static final String LATER = "2023-06-01";

    private final Story story = Story.worldwide();

    @Test
    void a_receipt_without_a_request_is_believed_and_disputed_until_the_request_is_told() {
        story.vendorSays(OPT_OUT_RECEIVED, null, "2022-09-23T09:00:00Z", IMAP);
        var confirmed = story.at("2022-10-15T00:00:00Z", IMAP);

        assertThat(confirmed.state()).isEqualTo(State.EXEMPT);
        assertThat(confirmed.confirmed()).extracting(Statement::disputed).isEqualTo(true);
        assertThat(story.disputesOfLastNotice(LATER))
                .containsExactly("imap: No opt-out of imap with basic authentication is on file.");

        story.obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP);

        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
        assertThat(story.at("2022-10-15T00:00:00Z", IMAP).confirmed())
                .extracting(Statement::disputed)
                .isEqualTo(false);
    }

    @Test
    void a_receipt_that_names_nothing_needs_one_request_and_no_more() {
        story.vendorSays(OPT_OUT_RECEIVED, null, "2022-09-23T09:00:00Z");
        assertThat(story.disputesOfLastNotice(LATER)).hasSize(8);

        story.obtains(OPT_OUT, "2022-09-12T08:00:00Z", POP);

        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void what_the_rule_leaves_alone_is_not_switched_off_without_a_word() {
        story.vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z", SMTP_AUTH);

        assertThat(story.at("2022-10-21T00:00:00Z", SMTP_AUTH).state()).isEqualTo(State.OFF);
        assertThat(story.disputesOfLastNotice(LATER))
                .containsExactly("smtp-auth: MC424238 says that smtp-auth with basic authentication is not affected.");
    }

    @Test
    void in_a_wave_for_the_unused_it_is_what_was_announced() {
        story.vendorSays(DISABLED, "2021-08-31", "2021-08-31T10:00:00Z", SMTP_AUTH);

        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void a_day_outside_of_what_was_announced_is_disputed() {
        story.vendorSays(DISABLED, "2022-09-28", "2022-09-28T10:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER))
                .containsExactly("imap: By MC424238 switching off begins on 2022-10-01.");

        story.vendorSays(POSTPONED, "2023-02-01", "2022-12-28T10:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER))
                .containsExactly(
                        "imap: By Basic Authentication Deprecation in Exchange Online - Time's Up everybody is off for good by 2023-01-07.");

        story.vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T10:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void a_word_about_this_protocol_contradicts_what_keeps_it_on_and_one_about_all_does_not() {
        story.obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP)
                .vendorSays(SCHEDULED, "2022-10-20", "2022-10-13T09:00:00Z");
        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();

        story.vendorSays(TEMPORARILY_OFF, "2022-10-30", "2022-10-30T10:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER)).singleElement().asString().contains("should keep it on then");

        story.vendorSays(DISABLED, "2022-11-03", "2022-11-03T10:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER))
                .singleElement()
                .asString()
                .startsWith("imap: The opt-out of 2022-09-12 should keep it on then (exemptions/");
        var outlook = story.at("2022-11-04T00:00:00Z", IMAP);
        assertThat(outlook.declared()).extracting(Statement::disputed).isEqualTo(true);
        assertThat(outlook.confirmed()).extracting(Statement::disputed).isEqualTo(true);
    }

    @Test
    void an_opt_out_asked_for_after_the_switch_was_announced_does_not_dispute_it() {
        story.vendorSays(DISABLED, "2022-10-04", "2022-09-10T08:00:00Z", IMAP)
                .obtains(OPT_OUT, "2022-09-12T08:00:00Z", IMAP);

        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void the_answer_to_a_request_to_turn_it_on_is_no_dispute() {
        story.vendorSays(DISABLED, "2022-10-11", "2022-10-11T07:00:00Z", IMAP)
                .obtains(RE_ENABLE, "2022-10-11T08:00:00Z", IMAP)
                .vendorSays(RE_ENABLED, "2022-10-19", "2022-10-19T07:00:00Z", IMAP);

        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void nothing_is_turned_on_that_was_not_off_or_is_off_for_good() {
        story.vendorSays(RE_ENABLED, null, "2022-10-13T09:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER))
                .containsExactly("imap: Nothing on file says that imap with basic authentication was off.");

        story.vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z", IMAP)
                .vendorSays(RE_ENABLED, null, "2022-10-21T09:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();

        story.vendorSays(RE_ENABLED, null, "2023-01-10T09:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER))
                .singleElement()
                .asString()
                .endsWith("nothing turns it on again from 2023-01-01 on.");
    }

    @Test
    void only_an_opt_out_can_be_taken_back() {
        story.vendorSays(OPT_OUT_VOIDED, null, "2022-10-16T00:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER)).hasSize(1);

        story.vendorSays(OPT_OUT_RECEIVED, null, "2022-09-23T09:00:00Z", IMAP)
                .vendorSays(OPT_OUT_VOIDED, null, "2022-10-17T00:00:00Z", IMAP);
        assertThat(story.disputesOfLastNotice(LATER)).isEmpty();
    }

    @Test
    void what_nothing_was_announced_about_contradicts_nothing() {
        var dod = Story.in(Cloud.DOD).vendorSays(DISABLED, "2022-10-20", "2022-10-20T10:00:00Z", IMAP);

        assertThat(dod.disputesOfLastNotice(LATER)).isEmpty();
        assertThat(dod.vendorSays(CANCELLED, null, "2022-10-21T10:00:00Z", IMAP).disputesOfLastNotice(LATER))
                .isEmpty();
    }
}
