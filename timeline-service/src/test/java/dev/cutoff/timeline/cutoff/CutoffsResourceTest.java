package dev.cutoff.timeline.cutoff;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TimelineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutoffsResourceTest {

    private static final int MANY = 5_000;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry metrics;

    @BeforeAll
    void five_thousand_tenants() {
        Database.execute("""
                insert into tenant (tenant_id, version, name, cloud)
                select ('bbbbbbbb-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'Many', 'worldwide'
                from generate_series(1, %d) as n""".formatted(MANY));
        Database.execute("""
                insert into vendor_notice (tenant_id, id, version, programme, protocols, named_protocols, kind, day, message, published_at,
                                           recorded_at, recorded_by)
                select tenant_id, gen_random_uuid(), 1, 'exchange-online-basic-auth', '{imap,pop}', '{}', 'scheduled',
                       date '2022-10-08' + (abs(hashtext(tenant_id::text)) %% 60), 'MC438001', '2022-10-01T08:00:00Z',
                       '2022-10-01T08:00:00Z', 'test'
                from tenant where name = 'Many'""".replace("%%", "%"));
    }

    @AfterAll
    void nobody_else_meets_them() {
        Database.execute(
                "delete from vendor_notice where tenant_id in (select tenant_id from tenant where name = 'Many')");
        Database.execute("delete from tenant where name = 'Many'");
    }

    @BeforeEach
    void in_october() {
        Timeline.now("2022-10-05T08:00:00Z");
    }

    @Test
    void a_line_says_when_what_stops_for_whom() {
        var tenant = InventoryStub.tenant("worldwide", null);

        var answer = Timeline.as(Tokens.viewer(tenant)).get("/v1/cutoffs?tenant=" + tenant + "&protocol=imap");

        // pop-imap-legacy-tls, which is announced in 2026, is not in it.
        assertThatJson(answer.asString()).isEqualTo("""
                {"items": [{"tenantId": "%s", "programme": "exchange-online-basic-auth", "protocol": "imap", "authMethod": "basic",
                   "qualifier": null, "part": null, "state": "rolling-out",
                   "cutoff": {"earliest": "2022-10-01", "latest": "2022-12-31", "day": null, "precision": "quarter",
                     "reason": "Tenants are switched off in random order between 2022-10-01 and 2022-12-31; the vendor names the day 7 days ahead, and none stands for this tenant (MC424238)."},
                   "decisionBy": null, "catalogueVersion": 1}],
                 "next": null}""".formatted(tenant));
    }

    @Test
    void what_is_not_affected_is_left_out_and_what_is_unknown_is_undated() {
        var tenant = InventoryStub.tenant("worldwide", null);
        var dod = InventoryStub.tenant("dod", null);

        var list = "?programme=exchange-online-basic-auth&tenant=";
        assertThat(protocols(list + tenant))
                .hasSize(11)
                .contains("autodiscover")
                .doesNotContain("smtp-auth");
        assertThat(protocols(list + dod)).hasSize(12);
        assertThat(protocols(list + dod + "&dated=true")).isEmpty();
    }

    @Test
    void what_nobody_had_spoken_of_yet_stops_nothing() {
        var tenant = InventoryStub.tenant("worldwide", null);

        assertThat(Timeline.get("/v1/cutoffs?tenant=" + tenant).jsonPath().<String>getList("items.programme"))
                .containsOnly("azure-ad-graph", "client-access-rules", "exchange-online-basic-auth");
        assertThat(Timeline.get("/v1/cutoffs?tenant=" + tenant + "&knownOn=2026-11-22")
                        .jsonPath()
                        .<String>getList("items.programme"))
                .contains("exchange-web-services", "smtp-auth-basic")
                .doesNotContain("google-less-secure-apps");
    }

    @Test
    void days_select_what_may_be_in_between() {
        var tenant = InventoryStub.tenant("worldwide", null);
        Timeline.vendorSays(tenant, "scheduled", "MC438001", ", \"day\": \"2022-10-20\", \"protocols\": [\"imap\"]");
        Timeline.vendorSays(tenant, "opt-out-received", "MC437540", ", \"protocols\": [\"pop\"]");
        var list = "?programme=exchange-online-basic-auth&dated=true&tenant=" + tenant;

        assertThat(protocols(list + "&from=2022-10-21&to=2022-10-31"))
                .hasSize(6)
                .doesNotContain("imap", "pop");
        assertThat(protocols(list + "&from=2022-10-20&to=2022-10-20")).contains("imap");
        assertThat(protocols(list + "&from=2023-01-01"))
                .containsExactly("pop", "reporting-web-service", "scc-powershell");
        assertThat(protocols(list + "&to=2022-09-30")).isEmpty();
    }

    @Test
    void every_page_of_five_thousand_tenants_follows_the_one_before() {
        var pages = 0;
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = Timeline.json(Timeline.another(
                    "/v1/cutoffs?protocol=imap&limit=500" + (cursor == null ? "" : "&cursor=" + cursor)));
            page.path("items").forEach(line -> seen.add(line.path("tenantId").asText()));
            cursor = page.path("next").asText(null);
            pages++;
        } while (cursor != null);

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(MANY);
        assertThat(pages).isGreaterThanOrEqualTo(MANY / 500);
    }

    @Test
    void a_page_asks_once_for_tenants_exemptions_and_notices_however_many_it_shows() {
        var asked = new ConcurrentLinkedQueue<String>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                asked.add(context.getRawSql());
            }
        });

        var page = Timeline.get("/v1/cutoffs?limit=500");

        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        assertThat(page.jsonPath().getList("items")).hasSize(500);
        for (var table : new String[] {"tenant", "exemption", "vendor_notice"}) {
            assertThat(asked)
                    .filteredOn(sql -> sql.contains("from " + table + " "))
                    .hasSize(1);
        }
    }

    @Test
    void a_page_works_out_the_lines_that_it_shows_and_no_other() {
        var most = Timeline.another("/v1/cutoffs?limit=500&knownOn=2026-11-22");
        var computed = metrics.counter("cutoff.outlook.lines");
        var before = computed.count();

        var second = Timeline.another("/v1/cutoffs?limit=500&knownOn=2026-11-22&cursor="
                + most.jsonPath().getString("next"));

        // One more to know that there are more; what a rule leaves alone is not shown; and the last tenant of the page
        // before.
        var perTenant = Timeline.get("/v1/tenants/bbbbbbbb-0000-4000-8000-000000000001/outlook?knownOn=2026-11-22")
                .jsonPath()
                .getList("protocols")
                .size();
        assertThat(second.jsonPath().getList("items")).hasSize(500);
        assertThat(computed.count() - before).isBetween(501.0, 501.0 * perTenant / (perTenant - 4) + 2 * perTenant);
    }

    @Test
    void lines_are_sorted_by_date_over_all_tenants() {
        var seen = new ArrayList<Map<String, Object>>();
        String cursor = null;
        for (var page = 0; page < 3; page++) {
            var answer = Timeline.another(
                    "/v1/cutoffs?protocol=imap&programme=exchange-online-basic-auth&from=2022-10-08&dated=true&sort=-cutoff&limit=200"
                            + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(answer.statusCode()).isEqualTo(200);
            seen.addAll(answer.jsonPath().getList("items"));
            cursor = answer.jsonPath().getString("next");
        }

        assertThat(seen.stream().map(CutoffsResourceTest::earliest)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.stream().map(line -> line.get("tenantId"))).doesNotHaveDuplicates();
    }

    @Test
    void what_is_too_long_to_be_sorted_must_be_narrowed() {
        Database.execute("""
                insert into tenant (tenant_id, version, name, cloud)
                select ('cccccccc-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'Many', 'worldwide'
                from generate_series(1, 5000) as n""");

        var answer = Timeline.get("/v1/cutoffs?sort=cutoff");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("type").isEqualTo("urn:cutoff:problem:narrow-the-filter");
        assertThat(Timeline.get("/v1/cutoffs?sort=cutoff&protocol=imap&limit=1").statusCode())
                .isEqualTo(200);
        Database.execute("delete from tenant where tenant_id::text like 'cccccccc%'");
    }

    @Test
    void the_whole_list_is_exported() {
        var csv = Timeline.as(Tokens.everything()).accept("text/csv").get("/v1/cutoffs?protocol=imap&limit=500");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString().lines().findFirst().orElseThrow())
                .isEqualTo(
                        "tenantId,programme,protocol,authMethod,qualifier,part.kind,part.below,part.values,state,cutoff.earliest,cutoff.latest,cutoff.day,"
                                + "cutoff.precision,cutoff.reason,decisionBy,catalogueVersion");
        assertThat(csv.asString().lines().count()).isGreaterThan(MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutoffs", "exemptions", "posts"})
    void what_cannot_be_asked_is_said_before_whose_it_is(String list) {
        var viewer = Timeline.as(Tokens.viewer(UUID.randomUUID()));

        assertThat(viewer.get("/v1/" + list + "?programme=fax&tenant=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        assertThat(Timeline.get("/v1/cutoffs?programme=fax").statusCode()).isEqualTo(400);
        assertThat(Timeline.get("/v1/cutoffs?sort=colour").statusCode()).isEqualTo(400);
        assertThat(Timeline.get("/v1/cutoffs?cursor=abc").statusCode()).isEqualTo(400);
        assertThatJson(Timeline.get("/v1/cutoffs?from=2027-01-01&to=2026-01-01").asString())
                .inPath("errors[0]")
                .isEqualTo("{parameter: 'to', detail: 'must not be before from'}");
        assertThatJson(Timeline.get("/v1/cutoffs?at=2027-01-01").asString())
                .inPath("errors[0].detail")
                .isEqualTo("must be an instant such as 2022-10-01T00:00:00Z");
        assertThatJson(Timeline.get("/v1/cutoffs?from=2027-02-30").asString())
                .inPath("errors[0].detail")
                .isEqualTo("must be a date such as 2022-10-01");
        assertThat(Timeline.get("/v1/cutoffs?limit=501").statusCode()).isEqualTo(400);
        assertThat(Timeline.as(Tokens.viewer(UUID.randomUUID()))
                        .get("/v1/cutoffs?tenant=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String earliest(Map<String, Object> line) {
        return String.valueOf(((Map<?, ?>) line.get("cutoff")).get("earliest"));
    }

    private static List<String> protocols(String query) {
        return Timeline.get("/v1/cutoffs" + query).jsonPath().getList("items.protocol");
    }
}
