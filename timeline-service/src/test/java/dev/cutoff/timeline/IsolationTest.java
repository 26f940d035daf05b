package dev.cutoff.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.DatabaseRules;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see tenant A sees nothing of tenant B, by any way in, and also with row-level security alone. */
@TimelineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest extends DatabaseRules {

    private final UUID a = InventoryStub.tenant("worldwide", null);
    private final UUID b = InventoryStub.tenant("worldwide", null);
    private String exemptionOfB = "";
    private String noticeOfB = "";
    private String postOfB = "";

    /** Once for all tests, none of which changes any of it; before the first, since the service is not up when the class is set up. */
    @BeforeEach
    void both_have_something() {
        if (!postOfB.isEmpty()) {
            return;
        }
        Timeline.now("2022-09-14T10:00:00Z");
        for (var tenant : new UUID[] {a, b}) {
            exemptionOfB = Timeline.exempt(tenant, "opt-out", "imap").jsonPath().getString("items[0].id");
            postOfB = post(tenant).jsonPath().getString("id");
            Timeline.as(Tokens.viewer(tenant)).get("/v1/tenants/" + tenant + "/calendar.ics");
            noticeOfB = Timeline.vendorSays(tenant, "opt-out-received", "MC437540", ", \"protocols\": [\"imap\"]")
                    .jsonPath()
                    .getString("id");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tenants/{b}/outlook",
                "/v1/tenants/{b}/exemptions",
                "/v1/tenants/{b}/vendor-notices",
                "/v1/tenants/{b}/vendor-notices/{notice}",
                "/v1/tenants/{a}/vendor-notices/{notice}",
                "/v1/posts/{post}",
                "/v1/posts?tenant={b}",
                "/v1/tenants/{b}/calendar.ics",
                "/v1/calendar.ics?tenant={b}",
                "/v1/exemptions?tenant={b}",
                "/v1/exemptions/{exemption}",
                "/v1/cutoffs?tenant={b}"
            })
    void what_is_of_b_reads_like_what_does_not_exist(String path) {
        var answer = Timeline.as(Tokens.viewer(a)).get(filled(path));
        var absent = Timeline.as(Tokens.viewer(a))
                .get(path.replace("{a}", a.toString())
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("type"))
                .isEqualTo(absent.jsonPath().getString("type"));
        assertThat(absent.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/exemptions?limit=500",
                "/v1/cutoffs?limit=500",
                "/v1/changes?limit=500",
                "/v1/posts?limit=500",
                "/v1/calendar.ics"
            })
    void lists_are_scoped_silently(String path) {
        var answer = Timeline.as(Tokens.viewer(a)).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains(a.toString())
                .doesNotContain(b.toString(), exemptionOfB, noticeOfB, postOfB);
    }

    @Test
    void an_operator_of_a_changes_nothing_of_b() {
        var operator = Tokens.operator(a);
        var body = "{\"programme\": \"%s\", \"kind\": \"self-block\", \"protocols\": [\"imap\"]}"
                .formatted(Timeline.PROGRAMME);
        var notice =
                "{\"programme\": \"%s\", \"kind\": \"disabled\", \"message\": \"MC1\"}".formatted(Timeline.PROGRAMME);

        assertThat(Timeline.as(operator)
                        .body(body)
                        .post("/v1/tenants/" + b + "/exemptions")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Timeline.as(operator)
                        .body(notice)
                        .post("/v1/tenants/" + b + "/vendor-notices")
                        .statusCode())
                .isEqualTo(404);
        for (var action : new String[] {"confirm", "revoke"}) {
            assertThat(Timeline.as(operator)
                            .header("If-Match", "*")
                            .post("/v1/exemptions/" + exemptionOfB + ":" + action)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(Timeline.as(operator)
                        .body("{\"items\": [{\"tenantId\": \"" + b + "\", " + body.substring(1) + "]}")
                        .post("/v1/exemptions:upsert")
                        .jsonPath()
                        .getList("items.problem.status"))
                .containsExactly(404);
        assertThat(Timeline.as(operator)
                        .body("{\"items\": [{\"tenantId\": \"" + b + "\", " + notice.substring(1) + "]}")
                        .post("/v1/vendor-notices:upsert")
                        .jsonPath()
                        .getList("items.problem.status"))
                .containsExactly(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "service"})
    void who_only_reads_writes_nothing(String role) {
        var reader = Tokens.token(role, a);

        assertThat(Timeline.as(reader)
                        .body("{}")
                        .post("/v1/tenants/" + a + "/exemptions")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Timeline.as(reader)
                        .body("{}")
                        .post("/v1/tenants/" + a + "/vendor-notices")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Timeline.as(reader).body("{}").post("/v1/exemptions:upsert").statusCode())
                .isEqualTo(403);
        assertThat(Timeline.as(reader)
                        .body("{}")
                        .post("/v1/vendor-notices:upsert")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void row_level_security_alone_shows_no_other_rows() throws SQLException {
        assertThat(rows())
                .containsKeys("tenant", "exemption", "vendor_notice", "post", "calendar_event", "audit", "change");
        assertThat(rows().values()).doesNotContain(0);
        assertThat(rowsOfOthersSeenBy(a)).isEmpty();
    }

    private String filled(String path) {
        return path.replace("{a}", a.toString())
                .replace("{b}", b.toString())
                .replace("{exemption}", exemptionOfB)
                .replace("{post}", postOfB)
                .replace("{notice}", noticeOfB);
    }

    private static Response post(UUID tenant) {
        return Timeline.as(Tokens.operator(tenant)).body("""
                        {"id": "MC437540", "title": "Basic Authentication: opt-out", "startDateTime": "2022-09-13T17:00:00Z",
                         "body": {"contentType": "html", "content": "<p>We have received your request to opt out for IMAP.</p>"}}""").post("/v1/tenants/" + tenant + "/vendor-notices");
    }
}
