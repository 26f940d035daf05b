package dev.cutoff.timeline.programme;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.testing.ServiceUnderTest;
import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How files come into the database, and what is answered then. */
@TimelineTest
class CatalogueTest {

    private static final String HELD = """
            programme: test-programme
            title: Something that is retired in this test only
            checkedOn: 2026-11-22
            revisions:
              - announced: 2022-08-01
                source: { title: A post, confidence: verified }
                summary: All of them, one day.
                rules:
                  - id: all
                    protocols: [autodiscover, imap]
                    auth: basic
                    audience: { createdBefore: 2017-08-01 }
                    phases:
                      - { kind: permanent-off, from: 2022-09-20, to: 2022-09-20 }
            """;

    @Inject
    Catalogue catalogue;

    @AfterEach
    void forget() {
        Database.execute("delete from revision where programme = 'test-programme'");
        Database.execute("delete from programme where id = 'test-programme'");
        Database.execute("delete from change where id like 'test-programme%'");
        Database.execute("update catalogue set version = 1");
        catalogue.current();
    }

    @Test
    void a_file_that_is_new_is_answered_from_at_once() {
        Timeline.now("2022-09-14T10:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", null);

        catalogue.load(files(HELD));

        var outlook = Timeline.get("/v1/tenants/" + tenant + "/outlook");
        assertThat(outlook.jsonPath().getInt("catalogueVersion")).isEqualTo(2);
        assertThatJson(Timeline.line(tenant, "autodiscover", ""))
                .and(
                        line -> line.node("programme").isEqualTo("test-programme"),
                        line -> line.node("assumes").isEqualTo("[\"createdOn\"]"),
                        line -> line.node("cutoff.earliest").isEqualTo("2022-09-20"));
        assertThat(outlook.jsonPath()
                        .getList("protocols.findAll { it.protocol == 'imap' && it.authMethod == 'basic' }.effective"))
                .containsExactly("test-programme", "test-programme");
        assertThat(Timeline.get("/v1/changes?limit=500").asString()).contains("test-programme@2022-08-01");
    }

    @Test
    void a_tenant_that_was_created_later_is_not_meant() {
        Timeline.now("2022-09-14T10:00:00Z");
        catalogue.load(files(HELD));

        assertThatJson(Timeline.line(InventoryStub.tenant("worldwide", "2020-02-20"), "autodiscover", ""))
                .inPath("state")
                .isEqualTo("unknown");
    }

    @Test
    void the_same_file_again_changes_nothing_and_many_replicas_bring_it_once() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var loads = IntStream.range(0, 6)
                    .mapToObj(replica -> replicas.submit(() -> catalogue.load(files(HELD))))
                    .toList();
            for (var load : loads) {
                load.get();
            }
        }

        assertThat(Database.rows("select version::text from catalogue")).containsExactly("2");
        assertThat(Database.rows("select sequence::text from revision where programme = 'test-programme'"))
                .hasSize(1);
    }

    @Test
    void what_was_announced_does_not_change_afterwards() {
        catalogue.load(files(HELD));

        assertThatThrownBy(() -> catalogue.load(files(HELD.replace("to: 2022-09-20", "to: 2022-09-21"))))
                .isInstanceOf(BadCatalogue.class)
                .hasMessageStartingWith(
                        "test.yaml, line 5: revision 2022-08-01 is in the database with another content: /rules/0/phases/permanent-off/to"
                                + " is 2022-09-20 there and 2022-09-21 here; ");
        assertThat(Database.rows("select version::text from catalogue")).containsExactly("2");
    }

    @Test
    void what_somebody_posted_first_and_a_file_brings_in_another_hand_is_the_same() {
        Timeline.now("2026-11-26T08:00:00Z");
        Timeline.as(Tokens.everything())
                .body("{\"id\": \"test-programme\", \"title\": \"Something\", \"checkedOn\": \"2026-11-22\"}")
                .post("/v1/programmes");
        var posted = Timeline.as(Tokens.everything()).body("""
                {"announced": "2022-08-01", "zone": "Z", "source": {"title": "A  post\\n", "confidence": "third-party"},
                 "rules": [{"protocols": ["imap", "autodiscover"], "auth": "basic", "affected": true,
                            "audience": {"createdBefore": "2017-08-01", "clouds": []},
                            "phases": [{"kind": "permanent-off", "from": "2022-09-20", "to": "2022-09-20", "precision": "day"}]}]}""").post("/v1/programmes/test-programme/revisions");
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);

        catalogue.load(files(HELD));

        assertThatJson(Timeline.get("/v1/programmes/test-programme").asString())
                .and(
                        programme -> programme.node("revisions[0].recordedAt").isEqualTo("2026-11-26T08:00:00Z"),
                        programme -> programme.node("revisions[0].rules[0].id").isEqualTo("rule-1"));
        assertThatThrownBy(() ->
                        catalogue.load(files(HELD.replace("createdBefore: 2017-08-01", "createdBefore: 2017-08-02"))))
                .hasMessageContaining("/rules/0/audience/createdBefore is 2017-08-01 there and 2017-08-02 here");
    }

    /** As a service of before recorded it, and this one brings the same with the part in it. */
    @Test
    void a_rule_that_was_recorded_without_its_part_gets_it_and_is_then_the_same() throws Exception {
        var whole = HELD.replace("auth: basic", "auth: basic\n        qualifier: below 16.1");
        catalogue.load(files(whole));
        Database.execute("""
                update revision set content = jsonb_set(content, '{rules,0}', (content #> '{rules,0}') - 'part')
                where programme = 'test-programme'""");

        var migration = Files.readString(ServiceUnderTest.repository()
                .resolve("timeline-service/src/main/resources/db/migration/V202611261000__parts_of_rules.sql"));
        Database.execute(migration);
        Database.execute(migration);

        assertThat(Database.rows("select version::text from catalogue")).containsExactly("3");
        catalogue.load(files(whole.replace(
                "qualifier: below 16.1", "qualifier: below 16.1\n        part: { kind: eas-version, below: 16.1 }")));
        assertThat(Database.rows("select version::text from catalogue")).containsExactly("3");
        assertThatJson(Timeline.get("/v1/programmes/test-programme").asString())
                .inPath("revisions[0].rules[0].part")
                .isEqualTo("{kind: 'eas-version', below: '16.1', values: []}");
    }

    @Test
    void a_later_check_is_noted_and_an_older_file_does_not_turn_it_back() {
        catalogue.load(files(HELD));
        catalogue.load(files(HELD.replace("checkedOn: 2026-11-22", "checkedOn: 2026-11-30")));
        catalogue.load(files(HELD));

        assertThat(Database.rows("select checked_on::text from programme where id = 'test-programme'"))
                .containsExactly("2026-11-30");
        assertThat(Database.rows("select version::text from catalogue")).containsExactly("3");
    }

    private static List<CatalogueFile> files(String text) {
        return List.of(CatalogueInTests.files(null).parse("test.yaml", text));
    }
}
