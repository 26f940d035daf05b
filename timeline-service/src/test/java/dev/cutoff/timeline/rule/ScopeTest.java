package dev.cutoff.timeline.rule;

import static dev.cutoff.timeline.rule.ExemptionKind.OPT_OUT;
import static dev.cutoff.timeline.rule.ExemptionKind.RE_ENABLE;
import static dev.cutoff.timeline.rule.ExemptionKind.SELF_BLOCK;
import static dev.cutoff.timeline.rule.Protocol.EAS;
import static dev.cutoff.timeline.rule.State.BLOCKED_BY_TENANT;
import static dev.cutoff.timeline.rule.State.EXEMPT;
import static dev.cutoff.timeline.rule.State.OFF;
import static dev.cutoff.timeline.rule.State.ROLLING_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exemption is for: all of a protocol, or a part that has a name. */
class ScopeTest {

    private static final String OLD = "below 16.1";
    private static final String OLDEST = "2.5 and 12.0";
    private static final String NOW = "2026-03-10T08:00:00Z";

    private final Story story = new Story(CatalogueInTests.parse("""
            programme: activesync
            title: ActiveSync, the old versions first
            checkedOn: 2026-11-22
            revisions:
              - announced: 2026-01-01
                source: { title: A post, confidence: verified }
                summary: All of it is rolled out; three parts of it have names.
                rules:
                  - id: oldest
                    protocols: [eas]
                    auth: basic
                    qualifier: 2.5 and 12.0
                    part: { kind: eas-version, values: ["2.5", "12.0"] }
                    phases: &phases
                      - { kind: opt-out-window, from: 2026-01-01, to: 2026-05-31, channel: self-service, lastsUntil: 2026-12-31 }
                      - { kind: rollout, from: 2026-03-01, to: 2026-06-30, precision: half }
                      - { kind: re-enable-window, from: 2026-03-01, to: 2026-12-31, channel: self-service, budget: 1, lastsUntil: 2026-12-31 }
                      - { kind: permanent-off, from: 2027-01-01, to: 2027-01-01 }
                  - { id: old, protocols: [eas], auth: basic, qualifier: below 16.1, part: { kind: eas-version, below: "16.1" }, phases: *phases }
                  - { id: all, protocols: [eas], auth: basic, phases: *phases }
            """), Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"));

    @Test
    void an_opt_out_of_a_part_keeps_on_that_part_and_what_is_in_it() {
        story.obtains(asked(OPT_OUT, "2026-02-01T08:00:00Z"), EAS, OLD);

        assertThat(state(OLD)).isEqualTo(EXEMPT);
        assertThat(state(OLDEST)).isEqualTo(EXEMPT);
        assertThat(state(null)).isEqualTo(ROLLING_OUT);
    }

    @Test
    void an_opt_out_of_all_keeps_on_each_part() {
        story.obtains(asked(OPT_OUT, "2026-02-01T08:00:00Z"), EAS);

        assertThat(state(OLD)).isEqualTo(EXEMPT);
        assertThat(state(null)).isEqualTo(EXEMPT);
    }

    @Test
    void a_block_of_the_narrower_part_leaves_the_wider_alone() {
        story.obtains(asked(SELF_BLOCK, "2026-02-01T08:00:00Z"), EAS, OLDEST);

        assertThat(state(OLDEST)).isEqualTo(BLOCKED_BY_TENANT);
        assertThat(state(OLD)).isEqualTo(ROLLING_OUT);
    }

    @Test
    void each_part_has_a_budget_of_its_own() {
        story.vendorSays(VendorNoticeKind.DISABLED, "2026-03-05", "2026-03-05T08:00:00Z", EAS)
                .obtains(asked(RE_ENABLE, "2026-03-06T08:00:00Z"), EAS, OLD);

        assertThat(state(OLD)).isEqualTo(EXEMPT);
        assertThat(state(null)).isEqualTo(OFF);
        assertThat(story.asks(asked(RE_ENABLE, NOW), EAS, OLD))
                .isInstanceOfSatisfying(
                        Verdict.Denied.class,
                        denied -> assertThat(denied.denial()).isEqualTo(Denial.BUDGET_SPENT));
        assertThat(story.asks(asked(RE_ENABLE, NOW), EAS, null)).isInstanceOf(Verdict.Granted.class);
        assertThat(story.standingOfLast(NOW).status()).isEqualTo(ExemptionStatus.REQUESTED);
    }

    @Test
    void an_opt_out_of_all_is_none_of_a_part_whose_rule_offers_none() {
        var strict = CatalogueInTests.parse("""
                programme: activesync
                title: ActiveSync, with a part that nobody may keep
                checkedOn: 2026-11-22
                revisions:
                  - announced: 2026-01-01
                    source: { title: A post, confidence: verified }
                    summary: One part is rolled out without a way round.
                    rules:
                      - id: old
                        protocols: [eas]
                        auth: basic
                        qualifier: below 16.1
                        part: { kind: eas-version, below: "16.1" }
                        phases:
                          - { kind: rollout, from: 2026-03-01, to: 2026-03-05, precision: month }
                      - id: all
                        protocols: [eas]
                        auth: basic
                        phases:
                          - { kind: opt-out-window, from: 2026-01-01, to: 2026-05-31, channel: self-service, lastsUntil: 2026-12-31 }
                          - { kind: rollout, from: 2026-03-01, to: 2026-06-30, precision: half }
                """);
        var other = new Story(strict, Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"))
                .obtains(asked(OPT_OUT, "2026-02-01T08:00:00Z"), EAS);
        var part = new Line(EAS, AuthMethod.BASIC, OLD, new Part(PartKind.EAS_VERSION, "16.1", null));

        assertThat(other.at(NOW, "2026-03-10", Line.whole(EAS, AuthMethod.BASIC))
                        .state())
                .isEqualTo(EXEMPT);
        assertThat(other.at(NOW, "2026-03-10", part).state()).isEqualTo(State.OFF_FOR_GOOD);
    }

    private static ExemptionRequest asked(ExemptionKind kind, String at) {
        return new ExemptionRequest(kind, Instant.parse(at), null, null, null);
    }

    private State state(String qualifier) {
        var part = qualifier == null
                ? null
                : qualifier.equals(OLD)
                        ? new Part(PartKind.EAS_VERSION, "16.1", null)
                        : new Part(PartKind.EAS_VERSION, null, List.of("2.5", "12.0"));
        return story.at(NOW, NOW.substring(0, 10), new Line(EAS, AuthMethod.BASIC, qualifier, part))
                .state();
    }
}
