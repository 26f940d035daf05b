package dev.cutoff.timeline.calendar;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import dev.cutoff.timeline.revision.SmtpAuthSlips;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What calendar programmes get, read back by another library than the one that wrote it. */
@TimelineTest
class CalendarTest {

    private static final String SMTP = "test-smtp-auth.smtp-auth.basic.stop@cutoff";

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-05-04");

    @Test
    void each_cutoff_is_an_event_over_whole_days() throws Exception {
        Timeline.now("2022-09-14T10:00:00Z");

        var answer = Timeline.as(Tokens.viewer(tenant)).get("/v1/tenants/" + tenant + "/calendar.ics?protocol=imap");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        var calendar = parsed(answer);
        calendar.validate(true);
        assertThat(calendar.getRequiredProperty("REFRESH-INTERVAL").getValue()).isEqualTo("PT6H");
        var stop = event(calendar, "exchange-online-basic-auth.imap.basic.stop@cutoff");
        assertThat(stop.getRequiredProperty("DTSTART").toString()).startsWith("DTSTART;VALUE=DATE:20221001");
        assertThat(stop.getRequiredProperty("DTEND").toString()).startsWith("DTEND;VALUE=DATE:20230101");
        assertThat(value(stop, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(stop, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(stop, "SUMMARY"))
                .isEqualTo("Contoso: imap with basic authentication may stop from this day on");
        assertThat(value(stop, "DESCRIPTION")).contains("As announced on 2022-09-01, checked on ");
        var decide = event(calendar, "exchange-online-basic-auth.imap.basic.decide@cutoff");
        assertThat(decide.getRequiredProperty("DTSTART").toString()).startsWith("DTSTART;VALUE=DATE:20220930");
        assertThat(value(decide, "DESCRIPTION")).contains("opt-out by self-service");
    }

    @Test
    void a_date_that_moves_raises_the_sequence_and_says_from_where() throws Exception {
        Timeline.now("2022-10-13T10:00:00Z");
        Timeline.vendorSays(tenant, "scheduled", "MC438001", ", \"day\": \"2022-10-20\", \"protocols\": [\"imap\"]");
        var first = imap();
        assertThat(value(first, "SEQUENCE")).isEqualTo("0");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(first, "DESCRIPTION"))
                .contains("The date moved from 2022-10-01 .. 2022-12-31 (announced 2022-10-13).");

        assertThat(imap().toString()).isEqualTo(first.toString());
        Timeline.now("2022-10-18T10:00:00Z");
        Timeline.vendorSays(tenant, "postponed", "MC438001", ", \"day\": \"2022-11-03\", \"protocols\": [\"imap\"]");

        var moved = imap();
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(value(moved, "UID")).isEqualTo(value(first, "UID"));
        assertThat(moved.getRequiredProperty("DTSTART").getValue()).isEqualTo("20221103");
        assertThat(value(moved, "DESCRIPTION")).contains("The date moved from 2022-10-20 (announced 2022-10-18).");
    }

    @Test
    void each_slip_of_smtp_auth_raises_the_sequence() throws Exception {
        var seen = new ArrayList<String>();
        try {
            SmtpAuthSlips.start();
            for (var slip : SmtpAuthSlips.ALL) {
                SmtpAuthSlips.post(slip);
                var event = event(calendarOf("?programme=" + SmtpAuthSlips.PROGRAMME), SMTP);
                seen.add(value(event, "SEQUENCE") + ": "
                        + event.getRequiredProperty("DTSTART").getValue() + move(value(event, "DESCRIPTION")));
            }
        } finally {
            SmtpAuthSlips.forget();
        }

        assertThat(seen)
                .containsExactly(
                        "0: 20250901",
                        "0: 20250901",
                        "1: 20260301 moved from 2025-09-01 .. 2025-09-30 (announced 2025-06-11)",
                        "2: 20261201 moved from 2026-03-01 .. 2026-04-30 (announced 2026-01-27)");
    }

    @Test
    void what_has_not_changed_need_not_be_sent_again() {
        Timeline.now("2022-09-14T10:00:00Z");
        var path = "/v1/tenants/" + tenant + "/calendar.ics";
        var tag = Timeline.get(path).header("ETag");

        for (var known : List.of(tag, "W/" + tag)) {
            assertThat(Timeline.as(Tokens.viewer(tenant))
                            .header("If-None-Match", known)
                            .get(path)
                            .statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
    }

    @Test
    void a_chosen_set_is_what_the_token_sees_of_it() throws Exception {
        var other = InventoryStub.tenant("gcc", null);
        Timeline.now("2022-09-14T10:00:00Z");
        var viewer = Tokens.viewer(tenant, other);

        var both = parsed(Timeline.as(viewer)
                .get("/v1/calendar.ics?protocol=imap&protocol=pop&programme=exchange-online-basic-auth"));
        assertThat(both.getComponents(Component.VEVENT)).hasSize(8);
        var one = parsed(Timeline.as(viewer)
                .get("/v1/calendar.ics?protocol=imap&programme=exchange-online-basic-auth&tenant=" + other));
        assertThat(one.getComponents(Component.VEVENT)).hasSize(2);
        assertThat(Timeline.as(Tokens.viewer(tenant))
                        .get("/v1/calendar.ics?tenant=" + other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Timeline.as(viewer).get("/v1/calendar.ics?programme=fax").statusCode())
                .isEqualTo(400);
        assertThat(given().get("/v1/calendar.ics").statusCode()).isEqualTo(401);
    }

    @Test
    void a_link_opens_its_calendar_and_nothing_else_until_it_is_revoked() throws Exception {
        Timeline.now("2022-09-14T10:00:00Z");
        var other = InventoryStub.tenant("worldwide", null);
        var operator = Tokens.operator(tenant, other);
        var made = link(operator, tenant);
        assertThat(made.statusCode()).isEqualTo(201);
        var url = made.jsonPath().getString("url");
        var id = made.jsonPath().getString("link.id");

        var calendar = parsed(given().urlEncodingEnabled(false).get(url));
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(2);
        assertThat(calendar.getRequiredProperty("X-WR-CALNAME").getValue()).isEqualTo("Contoso");
        assertThat(given().head(url).statusCode()).isEqualTo(200);

        var key = url.substring(url.indexOf("key=") + 4);
        assertThat(Timeline.as(key).get("/v1/tenants/" + tenant + "/outlook").statusCode())
                .isEqualTo(401);
        var another = link(operator, other).jsonPath().getString("link.id");
        assertThat(open(another, key).statusCode()).isEqualTo(404);
        assertThat(open(id, operator).statusCode()).isEqualTo(404);
        assertThat(open(id, key.substring(0, key.length() - 4) + "AAAA").statusCode())
                .isEqualTo(404);
        assertThat(given().get("/v1/calendar-links/" + id + "/calendar.ics").statusCode())
                .isEqualTo(400);

        assertThat(Timeline.as(operator)
                        .post("/v1/calendar-links/" + id + ":revoke")
                        .statusCode())
                .isEqualTo(428);
        var revoked = Timeline.as(operator).header("If-Match", "\"1\"").post("/v1/calendar-links/" + id + ":revoke");
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThatJson(revoked.asString()).inPath("revokedBy").isEqualTo("operator@test");
        assertThat(given().get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void who_does_not_see_all_of_its_tenants_does_not_see_a_link() {
        var other = InventoryStub.tenant("worldwide", null);
        var both = Tokens.operator(tenant, other);
        var id = link(both, tenant, other).jsonPath().getString("link.id");

        assertThat(Timeline.as(both).get("/v1/calendar-links").jsonPath().getList("items.id"))
                .containsExactly(id);
        assertThat(Timeline.as(Tokens.viewer(tenant))
                        .get("/v1/calendar-links/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Timeline.as(Tokens.viewer(tenant))
                        .get("/v1/calendar-links")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(link(Tokens.operator(tenant), tenant, other).statusCode()).isEqualTo(404);
        assertThat(link(Tokens.viewer(tenant), tenant).statusCode()).isEqualTo(403);
    }

    private static Response link(String token, UUID... tenants) {
        var ids = List.of(tenants).stream().map(id -> "\"" + id + "\"").toList();
        return Timeline.as(token)
                .body(
                        "{\"name\": \"Contoso\", \"tenants\": %s, \"protocols\": [\"imap\"], \"programmes\": [\"exchange-online-basic-auth\"]}"
                                .formatted(ids))
                .post("/v1/calendar-links");
    }

    private static Response open(String id, String key) {
        return given().get("/v1/calendar-links/" + id + "/calendar.ics?key=" + key);
    }

    private VEvent imap() throws Exception {
        return event(calendarOf("?protocol=imap"), "exchange-online-basic-auth.imap.basic.stop@cutoff");
    }

    private Calendar calendarOf(String query) throws Exception {
        return parsed(Timeline.get("/v1/tenants/" + tenant + "/calendar.ics" + query));
    }

    private static Calendar parsed(Response answer) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(answer.asString()));
    }

    private VEvent event(Calendar calendar, String uid) {
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, "UID").equals(tenant + "." + uid))
                .findFirst()
                .orElseThrow(() -> new AssertionError(calendar));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String move(String description) {
        return description
                .lines()
                .filter(line -> line.startsWith("The date "))
                .map(line -> line.substring(8, line.length() - 1))
                .findFirst()
                .orElse("");
    }
}
