package dev.cutoff.timeline.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.Timeline;
import io.restassured.response.Response;
import java.util.List;

/**
 * The four dates of SMTP AUTH (facts B.1), as an administrator posts them: September 2025, then March and April 2026, then the end of
 * December 2026, and between them an update that moves nothing.
 */
public final class SmtpAuthSlips {

    /** Not the id of the catalogue's own: a test that posts what a file brings would prove nothing. */
    public static final String PROGRAMME = "test-smtp-auth";

    public record Slip(String day, String body) {}

    public static final List<Slip> ALL = List.of(
            new Slip(
                    "2024-04-15", body("2024-04-15", "Basic is removed for client submission in September 2025.", """
                    {"kind": "permanent-off", "from": "2025-09-01", "to": "2025-09-30", "precision": "month"}""")),
            new Slip("2024-10-18", body("2024-10-18", "The report gets a column; the date stays.", """
                    {"kind": "permanent-off", "from": "2025-09-01", "to": "2025-09-30", "precision": "month"}""")),
            new Slip(
                    "2025-06-11",
                    body("2025-06-11", "From 2026-03-01 a small share is rejected, all by 2026-04-30.", """
                    {"kind": "rollout", "from": "2026-03-01", "to": "2026-04-30", "precision": "quarter"},
                    {"kind": "permanent-off", "from": "2026-05-01", "to": null, "precision": "day"}""")),
            new Slip("2026-01-27", body("2026-01-27", "Disabled by default at the end of December 2026.", """
                    {"kind": "rollout", "from": "2026-12-01", "to": "2026-12-31", "precision": "end-of-month"}""")));

    private SmtpAuthSlips() {}

    private static String body(String announced, String summary, String phases) {
        return """
                {"announced": "%s", "source": {"message": "MC786329", "title": "SMTP AUTH", "confidence": "verified"}, "summary": "%s",
                 "rules": [{"id": "all", "protocols": ["smtp-auth"], "auth": "basic", "phases": [%s]}]}""".formatted(announced, summary, phases);
    }

    public static void start() {
        Timeline.now("2024-01-01T00:00:00Z");
        var answer = Timeline.as(Tokens.everything())
                .body("{\"id\": \"%s\", \"title\": \"SMTP AUTH with Basic\"}".formatted(PROGRAMME))
                .post("/v1/programmes");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    public static Response preview(Slip slip, String query) {
        return Timeline.as(Tokens.everything())
                .body(slip.body())
                .post("/v1/programmes/" + PROGRAMME + "/revisions?dryRun=true" + query);
    }

    /** On the morning after it was announced. */
    public static Response post(Slip slip) {
        Timeline.now(slip.day() + "T08:00:00Z");
        return Timeline.as(Tokens.everything()).body(slip.body()).post("/v1/programmes/" + PROGRAMME + "/revisions");
    }

    /** Nobody else meets it. */
    public static void forget() {
        Database.execute("delete from vendor_notice where programme = '%s'".formatted(PROGRAMME));
        Database.execute("delete from exemption where programme = '%s'".formatted(PROGRAMME));
        Database.execute("delete from revision where programme = '%s'".formatted(PROGRAMME));
        Database.execute("delete from programme where id = '%s'".formatted(PROGRAMME));
        Database.execute("delete from audit where resource_id like '%s%%'".formatted(PROGRAMME));
        Database.execute("delete from change where id like '%s%%'".formatted(PROGRAMME));
        Database.execute("update catalogue set version = version + 1");
    }
}
