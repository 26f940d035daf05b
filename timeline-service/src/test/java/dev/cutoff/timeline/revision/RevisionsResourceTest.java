package dev.cutoff.timeline.revision;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An announcement is looked at before it holds, and holds for all once it is posted. */
@TimelineTest
class RevisionsResourceTest {

    private static final String REVISIONS = "/v1/programmes/" + SmtpAuthSlips.PROGRAMME + "/revisions";

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-05-04");

    @BeforeEach
    void an_empty_programme() {
        SmtpAuthSlips.start();
    }

    @AfterEach
    void nobody_else_meets_it() {
        SmtpAuthSlips.forget();
    }

    @Test
    void four_slips_are_looked_at_and_posted_one_after_the_other() {
        var cutoffs = new ArrayList<String>();
        for (var slip : SmtpAuthSlips.ALL) {
            Timeline.now(slip.day() + "T08:00:00Z");
            var preview = Timeline.as(Tokens.admin(tenant)).body(slip.body()).post(REVISIONS + "?dryRun=true");
            assertThat(preview.statusCode()).isEqualTo(200);
            var moves = !slip.day().equals("2024-10-18");
            assertThat(preview.jsonPath().getList("items")).hasSize(moves ? 1 : 0);
            var before = Timeline.json(
                            Timeline.get("/v1/cutoffs?programme=" + SmtpAuthSlips.PROGRAMME + "&tenant=" + tenant))
                    .at("/items/0/cutoff");

            var posted = SmtpAuthSlips.post(slip);

            assertThat(posted.statusCode()).isEqualTo(201);
            assertThat(posted.header("Location")).endsWith(REVISIONS + "/" + slip.day());
            var after = Timeline.json(
                            Timeline.get("/v1/cutoffs?programme=" + SmtpAuthSlips.PROGRAMME + "&tenant=" + tenant))
                    .at("/items/0/cutoff");
            if (moves) {
                var difference = Timeline.json(preview).at("/items/0");
                assertThat(difference.at("/after/cutoff")).isEqualTo(after);
                assertThat(difference.at("/before/cutoff/earliest").asText())
                        .isEqualTo(before.path("earliest").asText("null"));
            }
            cutoffs.add(after.path("earliest").asText() + ".."
                    + after.path("latest").asText());
        }

        assertThat(cutoffs)
                .containsExactly(
                        "2025-09-01..2025-09-30",
                        "2025-09-01..2025-09-30",
                        "2026-03-01..2026-04-30",
                        "2026-12-01..2026-12-31");
        assertThat(Timeline.get(REVISIONS).jsonPath().getList("items.announced"))
                .containsExactly("2024-04-15", "2024-10-18", "2025-06-11", "2026-01-27");
        assertThat(Timeline.get(REVISIONS + "?knownOn=2025-01-01").jsonPath().getList("items.announced"))
                .containsExactly("2024-04-15", "2024-10-18");
        assertThat(Timeline.get("/v1/programmes?knownOn=2025-01-01")
                        .jsonPath()
                        .getString("items.find { it.id == '%s' }.lastAnnounced".formatted(SmtpAuthSlips.PROGRAMME)))
                .isEqualTo("2024-10-18");
        assertThat(Timeline.as(Tokens.viewer()).get("/v1/changes?limit=500").asString())
                .contains(SmtpAuthSlips.PROGRAMME + "@2026-01-27");
        assertThat(Database.rows(
                        "select action from audit where resource_id like '%s@%%'".formatted(SmtpAuthSlips.PROGRAMME)))
                .hasSize(4);
    }

    @Test
    void a_difference_says_before_after_and_why() {
        SmtpAuthSlips.post(SmtpAuthSlips.ALL.getFirst());
        Timeline.now("2025-06-11T08:00:00Z");

        var preview = Timeline.as(Tokens.admin(tenant))
                .body(SmtpAuthSlips.ALL.get(2).body())
                .post(REVISIONS + "?dryRun=true");

        assertThatJson(preview.asString()).isEqualTo("""
                {"items": [{"tenantId": "%s", "programme": "test-smtp-auth", "protocol": "smtp-auth", "authMethod": "basic", "qualifier": null, "part": null,
                   "before": {"state": "working", "until": "2025-09-01T00:00:00Z", "decisionBy": null, "possible": ["self-block"],
                     "revision": "2024-04-15", "rule": "all",
                     "cutoff": {"earliest": "2025-09-01", "latest": "2025-09-30", "day": null, "precision": "month", "reason": "${json-unit.any-string}"}},
                   "after": {"state": "working", "until": "2026-03-01T00:00:00Z", "decisionBy": null, "possible": ["self-block"],
                     "revision": "2025-06-11", "rule": "all",
                     "cutoff": {"earliest": "2026-03-01", "latest": "2026-04-30", "day": null, "precision": "quarter", "reason": "${json-unit.any-string}"}},
                   "why": "The cutoff moves from 2025-09-01 .. 2025-09-30 to 2026-03-01 .. 2026-04-30. Tenants are switched off between 2026-03-01 and 2026-04-30 (MC786329).",
                   "exemptions": []}],
                 "next": null}""".formatted(tenant));
        assertThat(Timeline.get(REVISIONS).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void an_exemption_that_would_be_voided_is_shown() {
        SmtpAuthSlips.post(SmtpAuthSlips.ALL.getFirst());
        var window = SmtpAuthSlips.ALL
                .getFirst()
                .body()
                .replace("2024-04-15", "2024-05-01")
                .replace(
                        "\"phases\": [",
                        "\"phases\": [{\"kind\": \"opt-out-window\", \"from\": \"2024-05-01\", \"to\": \"2024-08-31\", \"channel\": \"self-service\"}, ");
        SmtpAuthSlips.post(new SmtpAuthSlips.Slip("2024-05-01", window));
        var id = Timeline.as(Tokens.operator(tenant))
                .body("{\"programme\": \"%s\", \"kind\": \"opt-out\", \"protocols\": [\"smtp-auth\"]}"
                        .formatted(SmtpAuthSlips.PROGRAMME))
                .post("/v1/tenants/" + tenant + "/exemptions")
                .jsonPath()
                .getString("items[0].id");
        Timeline.now("2024-06-01T08:00:00Z");
        var voiding =
                window.replace("2024-05-01", "2024-06-01").replace("\"rules\"", "\"voids\": [\"opt-out\"], \"rules\"");

        var preview = Timeline.as(Tokens.admin(tenant)).body(voiding).post(REVISIONS + "?dryRun=true");

        assertThatJson(preview.asString()).inPath("items[0].exemptions").isEqualTo("""
                [{"id": "%s", "kind": "opt-out", "statusBefore": "requested", "statusAfter": "voided",
                  "effectiveUntilBefore": "2025-09-01T00:00:00Z", "effectiveUntilAfter": "2025-09-01T00:00:00Z",
                  "why": "Voided by MC786329: it must be asked for again."}]""".formatted(id));
        assertThatJson(preview.asString()).inPath("items[0].before.state").isEqualTo("exempt");
        assertThatJson(preview.asString()).inPath("items[0].after.state").isEqualTo("working");
    }

    @Test
    void every_page_of_differences_follows_the_one_before() {
        Timeline.now("2024-04-15T08:00:00Z");
        Database.execute("""
                insert into tenant (tenant_id, version, name, cloud)
                select ('dddddddd-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'Slips', 'worldwide'
                from generate_series(1, 300) as n""");
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = SmtpAuthSlips.preview(
                    SmtpAuthSlips.ALL.getFirst(), "&limit=70" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.jsonPath().getList("items").size()).isLessThanOrEqualTo(70);
            seen.addAll(page.jsonPath().getList("items.tenantId"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        Database.execute("delete from tenant where name = 'Slips'");

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void the_same_again_is_answered_and_another_content_refused() {
        var slip = SmtpAuthSlips.ALL.getFirst();
        assertThat(SmtpAuthSlips.post(slip).statusCode()).isEqualTo(201);

        assertThat(SmtpAuthSlips.post(slip).statusCode()).isEqualTo(200);
        var other = new SmtpAuthSlips.Slip(slip.day(), slip.body().replace("2025-09-30", "2025-09-29"));
        var refused = SmtpAuthSlips.post(other);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThatJson(refused.asString()).inPath("type").isEqualTo("urn:cutoff:problem:revision-exists");
        assertThatJson(refused.asString())
                .inPath("differences")
                .isArray()
                .singleElement()
                .asString()
                .endsWith("/to");
        assertThat(SmtpAuthSlips.preview(other, "").statusCode()).isEqualTo(409);
        var second =
                slip.body().replace("\"source\"", "\"sequence\": 2, \"source\"").replace("2025-09-30", "2025-09-29");
        assertThat(SmtpAuthSlips.post(new SmtpAuthSlips.Slip(slip.day(), second))
                        .header("Location"))
                .endsWith(REVISIONS + "/2024-04-15.2");
        assertThat(Timeline.get(REVISIONS + "/2024-04-15.2").jsonPath().getInt("sequence"))
                .isEqualTo(2);
    }

    @Test
    void what_is_told_in_haste_is_completed() {
        Timeline.now("2024-04-16T08:00:00Z");

        var posted = Timeline.as(Tokens.everything()).body("""
                        {"announced": "2024-04-15", "source": {"title": "SMTP AUTH", "confidence": "verified"},
                         "rules": [{"protocols": ["smtp-auth"], "auth": "basic",
                                    "phases": [{"kind": "permanent-off", "from": "2025-09-01", "to": "2025-09-30", "precision": "month"}]}]}""").post(REVISIONS);

        assertThat(posted.statusCode()).isEqualTo(201);
        assertThatJson(posted.asString()).inPath("summary").isEqualTo("SMTP AUTH");
        assertThatJson(posted.asString()).inPath("rules[0].id").isEqualTo("rule-1");
    }

    @Test
    void what_cannot_be_posted_is_refused() {
        var slip = SmtpAuthSlips.ALL.getFirst();
        Timeline.now("2024-04-16T08:00:00Z");

        assertThat(Timeline.as(Tokens.operator(tenant))
                        .body(slip.body())
                        .post(REVISIONS)
                        .statusCode())
                .isEqualTo(403);
        var narrow = Timeline.as(Tokens.admin(tenant)).body(slip.body()).post(REVISIONS);
        assertThat(narrow.statusCode()).isEqualTo(403);
        assertThatJson(narrow.asString()).inPath("type").isEqualTo("urn:cutoff:problem:scope-too-narrow");
        assertThat(Timeline.as(Tokens.everything())
                        .body(slip.body())
                        .post("/v1/programmes/fax/revisions")
                        .statusCode())
                .isEqualTo(404);
        var future = Timeline.as(Tokens.everything())
                .body(slip.body().replace("\"announced\": \"2024-04-15\"", "\"announced\": \"2024-04-17\""))
                .post(REVISIONS);
        assertThatJson(future.asString()).inPath("errors[0].pointer").isEqualTo("/announced");
        var bad = Timeline.as(Tokens.everything())
                .body(slip.body().replace("\"to\": \"2025-09-30\"", "\"to\": \"2025-08-30\""))
                .post(REVISIONS);
        assertThatJson(bad.asString()).inPath("errors[0].pointer").isEqualTo("/rules/0/phases/0");
        var sequence = Timeline.as(Tokens.everything())
                .body(slip.body().replace("\"announced\"", "\"sequence\": 0, \"announced\""))
                .post(REVISIONS);
        assertThatJson(sequence.asString()).inPath("errors[0]").isEqualTo("""
                {"pointer": "/sequence", "detail": "must be at least 1"}""");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(SmtpAuthSlips.preview(slip, "&cursor=abc").statusCode()).isEqualTo(400);
        assertThat(Timeline.as(Tokens.everything())
                        .body("{\"id\": \"%s\", \"title\": \"Again\"}".formatted(SmtpAuthSlips.PROGRAMME))
                        .post("/v1/programmes")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_check_takes_the_warning_away() {
        Timeline.now("2024-03-01T08:00:00Z");
        assertThat(Timeline.get("/v1/programmes/" + SmtpAuthSlips.PROGRAMME)
                        .jsonPath()
                        .getString("warning"))
                .contains("60 days ago");

        var checked = Timeline.as(Tokens.everything()).post("/v1/programmes/" + SmtpAuthSlips.PROGRAMME + ":check");

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.jsonPath().getString("checkedOn")).isEqualTo("2024-03-01");
        assertThat(checked.jsonPath().getString("warning")).isNull();
    }

    @Test
    void protocols_say_who_retires_them() {
        var protocols = Timeline.get("/v1/protocols?limit=500");

        assertThat(protocols.jsonPath().getList("items.protocol")).isSorted().contains("imap", "smtp-auth");
        assertThat(protocols.jsonPath().getList("items.find { it.protocol == 'imap' }.programmes.programme"))
                .contains("exchange-online-basic-auth");
        var first = Timeline.get("/v1/protocols?limit=3");
        assertThat(Timeline.get("/v1/protocols?limit=500&cursor="
                                + first.jsonPath().getString("next"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(protocols.jsonPath().getList("items").size() - 3);
    }
}
