package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.ExemptionKind.SELF_BLOCK;
import static dev.cutoff.timeline.rule.Protocol.EAS;
import static dev.cutoff.timeline.rule.Protocol.EWS;
import static dev.cutoff.timeline.rule.Protocol.IMAP;
import static dev.cutoff.timeline.rule.Protocol.REMOTE_POWERSHELL;
import static dev.cutoff.timeline.rule.Protocol.SMTP_AUTH;
import static dev.cutoff.timeline.rule.VendorNoticeKind.DISABLED;
import static dev.cutoff.timeline.rule.VendorNoticeKind.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the sources contradict each other, or each other's readers: each case decided. */
class TrapsTest {

    private static final Line SMTP = Line.whole(SMTP_AUTH, AuthMethod.BASIC);

    /** "No further delays", and then on hold; and what happens in 2027 is an announcement. */
    @Nested
    class ClientSubmission {

        private final Story story = Story.of("smtp-auth-basic");

        @ParameterizedTest(name = "known on {0}: {1} to {2}, {3}")
        @CsvSource(nullValues = "-", textBlock = """
                2024-04-14, -,          -,          -
                2024-04-15, 2025-09-01, 2025-09-30, MONTH
                2024-10-18, 2025-09-01, 2025-09-30, MONTH
                2025-06-11, 2026-03-01, 2026-04-30, QUARTER
                2026-01-27, 2026-12-01, 2026-12-31, END_OF_MONTH
                2026-11-22, 2026-12-01, 2026-12-31, END_OF_MONTH""")
        void it_slipped_each_time_and_no_day_was_ever_named(
                LocalDate knownOn, LocalDate earliest, LocalDate latest, Precision precision) {
            assertThat(story.at(knownOn + "T12:00:00Z", SMTP_AUTH).cutoff())
                    .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day, Cutoff::precision)
                    .containsExactly(earliest, latest, null, precision);
        }

        @Test
        void at_the_end_of_2026_it_is_off_by_default_and_an_administrator_may_turn_it_on() {
            assertThat(story.at("2026-12-31T23:59:59Z", "2026-11-22", SMTP).state())
                    .isEqualTo(State.ROLLING_OUT);
            assertThat(story.at("2027-01-01T00:00:00Z", "2026-11-22", SMTP).state())
                    .isEqualTo(State.OFF);

            story.obtains(RE_ENABLE, "2027-01-05T08:00:00Z", SMTP_AUTH);

            var on = story.at("2027-01-05T08:00:00Z", "2027-01-05", SMTP);
            assertThat(on.state()).isEqualTo(State.EXEMPT);
            assertThat(on.span().until()).isNull();
        }

        @Test
        void what_comes_in_the_second_half_of_2027_is_the_announcement_of_a_day() {
            story.obtains(RE_ENABLE, "2027-01-05T08:00:00Z", SMTP_AUTH);

            var cutoff = story.at("2028-06-01T00:00:00Z", SMTP_AUTH).cutoff();
            assertThat(cutoff)
                    .extracting(Cutoff::earliest, Cutoff::latest, Cutoff::day, Cutoff::precision)
                    .containsExactly(null, null, null, Precision.TBA);
            assertThat(cutoff.reason()).contains("will announce the day in the second half of 2027");
        }

        @Test
        void how_often_it_can_be_turned_on_nobody_has_said_and_so_it_is_not_refused() {
            story.obtains(RE_ENABLE, "2027-01-05T08:00:00Z", SMTP_AUTH)
                    .vendorSays(DISABLED, "2027-02-01", "2027-02-01T08:00:00Z", SMTP_AUTH);

            assertThat(story.asks(RE_ENABLE, "2027-02-02T08:00:00Z", SMTP_AUTH))
                    .isInstanceOfSatisfying(
                            Verdict.Granted.class,
                            granted -> assertThat(granted.reason())
                                    .endsWith("The vendor has not said how often that is possible."));
        }

        @Test
        void a_tenant_that_is_created_later_begins_without_it() {
            var later = tenant("smtp-auth-basic", Cloud.WORLDWIDE, "2027-02-01").at("2027-03-01T00:00:00Z", SMTP_AUTH);

            assertThat(later.state()).isEqualTo(State.OFF_FOR_GOOD);
            assertThat(later.cutoff().hasNoDate()).isTrue();
        }

        @Test
        void other_clouds_are_meant_since_it_was_said_of_all() {
            var dod = tenant("smtp-auth-basic", Cloud.DOD, "2016-04-11");

            assertThat(dod.at("2026-01-28T12:00:00Z", SMTP_AUTH).state()).isEqualTo(State.UNKNOWN);
            assertThat(dod.at("2026-01-29T12:00:00Z", SMTP_AUTH).state()).isEqualTo(State.WORKING);
        }

        @Test
        void high_volume_email_is_another_matter() {
            var hve = new Line(SMTP_AUTH, AuthMethod.BASIC, "High Volume Email", Part.NAMED);
            var at = Instant.parse("2027-02-01T00:00:00Z");
            var all = CatalogueInTests.programmes().stream()
                    .flatMap(programme -> outlooks(programme, at))
                    .toList();
            var its = all.stream()
                    .filter(outlook -> outlook.line().equals(hve)
                            && outlook.programme().id().equals("hve-basic"))
                    .findFirst()
                    .orElseThrow();

            assertThat(its.state()).isEqualTo(State.WORKING);
            assertThat(its.cutoff().latest()).isEqualTo("2028-09-30");
            assertThat(new Effective(all).of(its)).isEqualTo("hve-basic");
        }
    }

    /** What is said or obtained of SMTP AUTH is not about High Volume Email, of which the rule says that nothing happens to it. */
    @Test
    void what_a_rule_takes_out_of_a_protocol_is_not_switched_off_with_it() {
        var hve = new Line(SMTP_AUTH, AuthMethod.BASIC, "High Volume Email", Part.NAMED);
        var story = Story.of("smtp-auth-basic").vendorSays(DISABLED, "2026-12-29", "2026-12-29T08:00:00Z", SMTP_AUTH);

        assertThat(story.at("2026-12-30T00:00:00Z", "2026-12-30", SMTP).state()).isEqualTo(State.OFF);
        assertThat(story.at("2026-12-30T00:00:00Z", "2026-12-30", hve).state()).isEqualTo(State.NOT_AFFECTED);
        story.obtains(RE_ENABLE, "2026-12-30T00:00:00Z", SMTP_AUTH);
        assertThat(story.at("2026-12-30T00:00:00Z", "2026-12-30", SMTP).state()).isEqualTo(State.EXEMPT);
        assertThat(story.at("2026-12-30T00:00:00Z", "2026-12-30", hve).state()).isEqualTo(State.NOT_AFFECTED);
    }

    /** Moved twice, and cancelled. */
    @ParameterizedTest(name = "known on {0}: {1}, {2} to {3}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-12-02, WORKING,      2026-03-01, 2026-03-01
            2025-12-15, WORKING,      2026-06-01, 2026-06-30
            2026-08-01, WORKING,      2026-10-01, -
            2026-09-22, NOT_AFFECTED, -,          -""")
    void the_block_of_kiosk_mailboxes_never_came(LocalDate knownOn, State state, LocalDate earliest, LocalDate latest) {
        var outlook = Story.of("ews-kiosk").at(knownOn + "T12:00:00Z", EWS);

        assertThat(outlook.state()).isEqualTo(state);
        assertThat(outlook.cutoff())
                .extracting(Cutoff::earliest, Cutoff::latest)
                .containsExactly(earliest, latest);
        assertThat(outlook.assumes()).containsExactly("licences");
    }

    @Test
    void a_tenant_known_to_have_no_such_licence_is_not_spoken_to() {
        var programme = CatalogueInTests.programme("ews-kiosk");
        var withoutAny = new TenantAttributes(Cloud.WORLDWIDE, null, new Licences(Set.of("e3"), true));
        var withOne = new TenantAttributes(Cloud.WORLDWIDE, null, new Licences(Set.of("e3", "f1"), false));
        var withSomething = new TenantAttributes(Cloud.WORLDWIDE, null, new Licences(Set.of("e3"), false));

        assertThat(new Story(programme, withoutAny)
                        .at("2026-01-10T00:00:00Z", EWS)
                        .state())
                .isEqualTo(State.UNKNOWN);
        assertThat(new Story(programme, withOne).at("2026-01-10T00:00:00Z", EWS))
                .extracting(Outlook::state, Outlook::assumes)
                .containsExactly(State.WORKING, List.of());
        assertThat(new Story(programme, withSomething).at("2026-01-10T00:00:00Z", EWS))
                .extracting(Outlook::state, Outlook::assumes)
                .containsExactly(State.WORKING, List.of("licences"));
    }

    /** Somebody saw EWS answer a day after EwsEnabled was set to False, and nobody explained it. What is set is not what is seen. */
    @Test
    void a_block_that_was_set_rests_on_the_tenants_word_alone() {
        var outlook = Story.of("exchange-web-services")
                .obtains(SELF_BLOCK, "2026-03-05T00:00:00Z", EWS)
                .at("2026-03-06T12:00:00Z", EWS);

        assertThat(outlook.basis()).isEqualTo(Basis.DECLARED);
        assertThat(outlook.observed()).isNull();
    }

    /** "Excluded" since 2019, and yet switched off where nobody used it. */
    @Test
    void smtp_auth_was_left_out_and_is_off_where_the_vendor_says_so() {
        var story = new Story(Story.BASIC_AUTH, Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"))
                .vendorSays(SCHEDULED, "2021-09-01", "2021-08-02T08:00:00Z");

        assertThat(story.at("2021-08-01T00:00:00Z", SMTP_AUTH).state()).isEqualTo(State.NOT_AFFECTED);
        assertThat(story.at("2021-09-01T00:00:00Z", SMTP_AUTH).state()).isEqualTo(State.OFF);
    }

    /** A Japanese newspaper dates the first announcement to March 2018, a translation the last but one to 8 September 2022. */
    @Test
    void announcements_are_dated_by_the_vendor_and_not_by_who_repeats_them() {
        assertThat(Story.BASIC_AUTH.revisions())
                .extracting(revision -> revision.announced().toString())
                .contains("2018-07-03", "2019-09-20", "2022-09-01")
                .noneMatch(day -> day.startsWith("2018-03") || day.equals("2022-09-08"));
        assertThat(Story.worldwide().at("2022-09-01T00:00:00Z", IMAP).decisionBy())
                .as("the whole of September is for opting out")
                .isEqualTo("2022-09-30");
    }

    /** Whatever the day on which a tenant is reached, what it may do ends for all on one. */
    @ParameterizedTest
    @CsvSource({"2022-10-01", "2022-11-15", "2022-12-31"})
    void a_tenants_own_window_is_what_is_left_of_the_programmes(String day) {
        var story = Story.worldwide().vendorSays(SCHEDULED, day, "2022-09-24T08:00:00Z");
        var off = story.at(day + "T12:00:00Z", IMAP);

        assertThat(off.state()).isEqualTo(State.OFF);
        assertThat(off.decisionBy()).isEqualTo("2022-12-31");
        assertThat(story.obtains(RE_ENABLE, day + "T12:00:00Z", IMAP)
                        .at("2022-12-31T23:59:59Z", IMAP)
                        .span()
                        .until())
                .isEqualTo("2023-01-01T00:00:00Z");
    }

    @Test
    void a_part_of_a_protocol_does_not_decide_for_all_of_it() {
        var at = Instant.parse("2022-09-15T00:00:00Z");
        var whole = outlooks(Story.BASIC_AUTH, at)
                .filter(outlook -> outlook.line().protocol() == EAS)
                .findFirst()
                .orElseThrow();
        var part = Story.of("activesync-below-16-1").at("2026-03-02T00:00:00Z", EAS);

        assertThat(part.state()).isEqualTo(State.OFF_FOR_GOOD);
        assertThat(new Effective(List.of(whole, sameMethod(part))).of(whole)).isEqualTo("exchange-online-basic-auth");
    }

    @Test
    void one_day_for_all_is_named_and_off_begins_at_its_midnight() {
        var story = Story.of("activesync-below-16-1");

        assertThat(story.at("2026-01-10T00:00:00Z", EAS).cutoff().day()).isEqualTo("2026-03-01");
        assertThat(story.at("2026-02-28T23:59:59Z", EAS).state()).isEqualTo(State.WORKING);
        assertThat(story.at("2026-03-01T00:00:00Z", EAS).state()).isEqualTo(State.OFF_FOR_GOOD);
    }

    @Test
    void remote_powershell_went_by_the_scheme_of_the_year_before() {
        var story = Story.of("exchange-remote-powershell").vendorSays(DISABLED, "2023-07-10", "2023-07-10T08:00:00Z");

        assertThat(story.at("2023-07-11T00:00:00Z", REMOTE_POWERSHELL).state()).isEqualTo(State.OFF);
        story.obtains(RE_ENABLE, "2023-07-11T00:00:00Z", REMOTE_POWERSHELL);
        assertThat(story.at("2023-09-30T23:59:59Z", REMOTE_POWERSHELL).state()).isEqualTo(State.EXEMPT);
        assertThat(story.at("2023-10-01T00:00:00Z", REMOTE_POWERSHELL).state()).isEqualTo(State.OFF_FOR_GOOD);
        var gcc = tenant("exchange-remote-powershell", Cloud.GCC, "2016-04-11")
                .at("2023-07-11T00:00:00Z", REMOTE_POWERSHELL);
        assertThat(gcc.cutoff().earliest()).isEqualTo("2023-10-01");
        assertThat(gcc.decisionBy()).isNull();
    }

    @Test
    void what_google_does_to_its_own_is_in_no_outlook_of_ours() {
        var google = CatalogueInTests.programme("google-less-secure-apps");

        assertThat(google.revisions()).hasSize(4);
        assertThat(google.lines()).isEmpty();
        assertThat(outlooks(google, Instant.parse("2024-10-01T00:00:00Z"))).isEmpty();
    }

    private static Outlook sameMethod(Outlook part) {
        return new Outlook(
                part.programme(),
                new Line(EAS, AuthMethod.BASIC, "below 16.1", part.line().part()),
                part.state(),
                part.basis(),
                part.span(),
                part.cutoff(),
                part.decisionBy(),
                part.allowedActions(),
                part.declared(),
                part.confirmed(),
                part.observed(),
                part.assumes(),
                part.revision(),
                part.rule());
    }

    private static Stream<Outlook> outlooks(Programme programme, Instant at) {
        var tenant = new TenantAttributes(Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"));
        return Prospect.of(programme, tenant, Facts.NONE, LocalDate.parse("2026-11-22")).at(at, line -> true).stream();
    }

    private static Story tenant(String programme, Cloud cloud, String createdOn) {
        return new Story(CatalogueInTests.programme(programme), cloud, LocalDate.parse(createdOn));
    }
}
