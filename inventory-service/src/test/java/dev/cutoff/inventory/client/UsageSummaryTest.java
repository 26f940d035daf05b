package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The groups are exactly what somebody else adds up from the lists of usages and clients. */
@InventoryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageSummaryTest {

    private static final List<String> DIMENSIONS =
            List.of("tenant", "protocol", "authMethod", "status", "owner", "kind", "week");
    private static final List<String> FIGURES = List.of("usages", "successes", "blocked", "failures");

    private Samples samples;
    private String token;

    @BeforeEach
    void importTheAutumn() {
        if (samples != null) {
            return; // It is only read.
        }
        samples = new Samples();
        token = Tokens.viewer(samples.tenants());
        for (var tenant : List.of("contoso", "fabrikam", "northwind")) {
            List.of(samples.list(tenant, "cmdb-clients"), samples.list(tenant, "owners"))
                    .forEach(file -> Api.imported(file.tenant(), file.content()));
        }
        for (var month : List.of("2022-08", "2022-10")) {
            samples.signIns(month).forEach(file -> Api.imported(file.tenant(), file.content()));
        }
    }

    @Test
    void any_subset_in_any_order_adds_up() {
        var clients = Api.all(token, "/v1/clients").stream()
                .collect(Collectors.toMap(client -> client.path("id").asText(), Function.identity()));
        var usages = Api.all(token, "/v1/usages");
        var random = new Random(7);
        for (var subset = 0; subset < 1 << DIMENSIONS.size(); subset++) {
            var dimensions = new ArrayList<String>();
            for (var i = 0; i < DIMENSIONS.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    dimensions.add(DIMENSIONS.get(i));
                }
            }
            Collections.shuffle(dimensions, random);

            var shown = summary("groupBy=" + String.join(",", dimensions));

            assertThat(shown).as("%s", dimensions).isEqualTo(added(usages, clients, dimensions));
        }
    }

    @Test
    void filters_are_those_of_the_list() {
        var tenant = samples.tenant("contoso");
        for (var filter : List.of(
                "tenant=" + tenant,
                "protocol=imap&authMethod=basic",
                "attemptsOnly=true",
                "tenant=" + tenant + "&protocol=smtp-auth",
                "account=scanner1@contoso.example")) {
            assertThat(summary("groupBy=protocol,tenant&" + filter))
                    .as(filter)
                    .isEqualTo(added(Api.all(token, "/v1/usages?" + filter), Map.of(), List.of("protocol", "tenant")));
        }
    }

    @Test
    void a_list_of_usages_shows_the_fields_that_were_asked_for_and_its_total() {
        var address = "/v1/usages?protocol=imap&authMethod=basic&fields=protocol,authMethod&tenant="
                + samples.tenant("fabrikam");
        var number = Api.all(token, address).size();

        var page = Api.tree(Api.as(token).get(address + "&limit=1&total=true"));
        assertThatJson(page.toString()).inPath("items").isEqualTo("""
                [{"protocol": "imap", "authMethod": "basic"}]""");
        assertThat(page.path("total").path("count").asInt()).isEqualTo(number).isGreaterThan(1);
        assertThat(Api.as(token)
                        .accept("application/x-ndjson")
                        .get(address)
                        .asString()
                        .lines())
                .hasSize(number);
    }

    @Test
    void groups_are_sorted_paged_and_shown_whole() {
        var answer = Api.tree(Api.as(token)
                .get("/v1/usages/summary?groupBy=protocol,authMethod&sort=-usages&limit=1&protocol=imap&tenant="
                        + samples.tenant("fabrikam")));

        assertThatJson(answer.toString()).isEqualTo("""
                {"items": [{"tenantId": null, "protocol": "imap", "authMethod": "basic", "status": null, "owner": null, "kind": null,
                            "week": null, "usages": "${json-unit.any-number}", "successes": "${json-unit.any-number}",
                            "blocked": "${json-unit.any-number}", "failures": "${json-unit.any-number}",
                            "firstSeen": "${json-unit.any-string}", "lastSeen": "${json-unit.any-string}"}], "next": null}""");
        var most = Api.all(token, "/v1/usages/summary?groupBy=week,protocol&sort=-successes").stream()
                .map(group -> group.path("successes").asLong())
                .toList();
        assertThat(most).isSortedAccordingTo(Collections.reverseOrder());
        var paged = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = Api.tree(Api.as(token).get("/v1/usages/summary?groupBy=owner,week&limit=40" + cursor));
            page.path("items").forEach(paged::add);
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        } while (cursor != null);
        assertThat(paged).isEqualTo(Api.all(token, "/v1/usages/summary?groupBy=owner,week"));
        assertThat(Api.as(token)
                        .accept("text/csv")
                        .get("/v1/usages/summary?groupBy=owner")
                        .asString())
                .startsWith(
                        "tenantId,protocol,authMethod,status,owner.id,owner.name,owner.email,owner.locale,kind,week,usages,");
    }

    @Test
    void what_is_no_dimension_is_refused_and_what_may_not_be_seen_is_not_counted() {
        for (var wrong : List.of("colour", "tenant,tenant", "tenant,", "auth-method")) {
            Api.as(token).get("/v1/usages/summary?groupBy=" + wrong).then().statusCode(400);
        }
        var other = Api.tenant();
        Api.as(token)
                .get("/v1/usages/summary?groupBy=tenant&tenant=" + other)
                .then()
                .statusCode(404);
        assertThat(summary(Tokens.viewer(other), "groupBy=")).isEqualTo(Map.of(List.of(), List.of(0L, 0L, 0L, 0L)));
    }

    private Map<List<String>, List<Long>> summary(String query) {
        return summary(token, query);
    }

    private static Map<List<String>, List<Long>> summary(String token, String query) {
        var given = query.replaceFirst("groupBy=([^&]*).*", "$1");
        var dimensions = given.isEmpty() ? List.<String>of() : List.of(given.split(","));
        return Api.all(token, "/v1/usages/summary?" + query).stream()
                .collect(Collectors.toMap(
                        group -> dimensions.stream()
                                .map(one -> shown(group, one))
                                .toList(),
                        group -> FIGURES.stream()
                                .map(figure -> group.path(figure).asLong())
                                .toList()));
    }

    private static String shown(JsonNode group, String dimension) {
        return switch (dimension) {
            case "tenant" -> group.path("tenantId").asText();
            case "owner" -> group.at("/owner/email").asText("none");
            default -> group.path(dimension).asText("none");
        };
    }

    private static Map<List<String>, List<Long>> added(
            List<JsonNode> usages, Map<String, JsonNode> clients, List<String> dimensions) {
        var groups = new HashMap<List<String>, List<Long>>();
        if (dimensions.isEmpty()) {
            groups.put(List.of(), List.of(0L, 0L, 0L, 0L));
        }
        for (var usage : usages) {
            Set<List<String>> keys = new LinkedHashSet<>();
            usage.path("clientIds")
                    .forEach(id -> keys.add(dimensions.stream()
                            .map(one -> key(usage, clients.get(id.asText()), one))
                            .toList()));
            for (var key : keys) {
                groups.merge(key, figures(usage), UsageSummaryTest::plus);
            }
            if (keys.isEmpty()) {
                groups.merge(
                        dimensions.stream().map(one -> key(usage, null, one)).toList(),
                        figures(usage),
                        UsageSummaryTest::plus);
            }
        }
        return groups;
    }

    private static List<Long> figures(JsonNode usage) {
        return List.of(
                1L,
                usage.path("successes").asLong(),
                usage.path("blocked").asLong(),
                usage.path("failures").asLong());
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        var sum = new ArrayList<Long>();
        for (var i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return sum;
    }

    private static String key(JsonNode usage, JsonNode client, String dimension) {
        return switch (dimension) {
            case "tenant" -> usage.path("tenantId").asText();
            case "owner" -> client == null ? "none" : client.at("/owner/email").asText("none");
            case "status", "kind" ->
                client == null ? "none" : client.path(dimension).asText();
            case "week" -> week(usage);
            default -> usage.path(dimension).asText();
        };
    }

    private static String week(JsonNode usage) {
        return usage.path("lastSeen").isNull()
                ? "none"
                : Instant.parse(usage.path("lastSeen").asText())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toString();
    }
}
