package dev.cutoff.notification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.delivery.Sending;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class PlanningTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String LEDGER =
            "select person || ' ' || protocol || ' ' || rung || ' ' || state || ' ' || decided_at from reminder"
                    + " union all select person || ' ' || day || ' ' || state || ' ' || version from notice order by 1";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @Inject
    Planner planner;

    @Inject
    PlanRequests requests;

    @Inject
    InHand inHand;

    @Inject
    Planning planning;

    @Inject
    Sending sending;

    @BeforeEach
    void two_tenants_have_a_printer_each() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "America/New_York"));
            var printer = world.client(
                    tenant,
                    UUID.randomUUID(),
                    Facts.client(name + "'s printer", "nao@" + name.toLowerCase() + ".example"));
            world.usage(tenant, "imap", "basic", printer);
            world.line(tenant, "imap", "basic", Facts.window("working", "2022-09-30"));
        }
    }

    @Test
    void planning_again_adds_nothing() {
        stage.at(DAY);
        var ledger = stage.rows(LEDGER);

        stage.at(DAY);
        stage.sql("delete from followed_feed");
        stage.at(DAY);
        world.revision();
        stage.at(DAY);

        assertThat(ledger).hasSize(8);
        assertThat(stage.rows(LEDGER)).isEqualTo(ledger);
    }

    @Test
    void many_planners_at_once_add_nothing_twice() throws Exception {
        stage.at("2022-05-01T00:00:00Z");
        stage.clock("2022-05-01T00:00:00Z");
        stage.sql("truncate reminder, gather_request, plan_request, delivery, notice");
        stage.sql("update tenant set planned_on = null");
        stage.sql("insert into plan_request (tenant_id, in_round) select tenant_id, false from tenant");

        var planners = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 8; i++) {
            planners.add(() -> Callers.as(Caller.system("test"), () -> {
                for (var request = requests.claim(); request.isPresent(); request = requests.claim()) {
                    planner.plan(request.get());
                }
                return null;
            }));
        }
        world.line(contoso, "imap", "basic", Facts.window("working", "2022-05-14"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var planned : threads.invokeAll(planners)) {
                planned.get();
            }
        }

        assertThat(stage.rows("select person from reminder")).containsExactly("global-admin@contoso.example");
        assertThat(stage.rows("select tenant_id::text from plan_request")).isEmpty();
    }

    @Test
    void a_planner_that_was_overtaken_throws_its_plan_away() {
        stage.at(DAY);
        stage.sql("truncate reminder, gather_request, delivery, notice");
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', false)".formatted(contoso));
        var request = Callers.as(Caller.system("test"), requests::claim).orElseThrow();
        stage.sql("update plan_request set lease_token = gen_random_uuid()");

        assertThat(catchThrowable(() -> Callers.as(Caller.system("test"), () -> {
                    planner.plan(request);
                    return null;
                })))
                .isInstanceOf(PlanRequests.Overtaken.class);
        assertThat(stage.rows("select person from reminder")).isEmpty();
    }

    @Test
    void a_killed_planner_keeps_what_it_had_in_hand_for_half_a_minute_at_most() {
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', true)".formatted(contoso));

        Callers.as(Caller.system("test"), requests::claim);

        assertThat(stage.rows("select (lease_until <= now() + interval '30 seconds')::text from plan_request"))
                .containsExactly("true");
    }

    @Test
    void a_planner_that_works_keeps_its_lease_and_one_that_was_overtaken_does_not_get_it_back() {
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', true)".formatted(contoso));
        var request = Callers.as(Caller.system("test"), requests::claim).orElseThrow();
        var isOurs = "select (lease_until > now())::text from plan_request";

        inHand.during(request, () -> {
            stage.sql("update plan_request set lease_until = now() - interval '1 second'");
            inHand.renew();
            assertThat(stage.rows(isOurs)).containsExactly("true");

            stage.sql(
                    "update plan_request set lease_until = now() - interval '1 second', lease_token = gen_random_uuid()");
            inHand.renew();
            assertThat(stage.rows(isOurs)).containsExactly("false");
        });
    }

    @Test
    void what_is_planned_no_longer_is_renewed_no_longer() {
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', true)".formatted(contoso));
        var request = Callers.as(Caller.system("test"), requests::claim).orElseThrow();

        inHand.during(request, () -> {});
        stage.sql("update plan_request set lease_until = now() - interval '1 second'");
        inHand.renew();

        assertThat(stage.rows("select (lease_until > now())::text from plan_request"))
                .containsExactly("false");
    }

    @Test
    void mail_waits_for_a_round_and_not_without_end() {
        stage.sql("insert into plan_request (tenant_id, in_round, lease_until) values ('%s', true, 'infinity')"
                .formatted(contoso));
        assertThat(planning.isInRound()).isTrue();

        stage.sql("update plan_request set round_at = now() - interval '31 minutes'");
        assertThat(planning.isInRound()).isFalse();

        Callers.as(Caller.system("test"), () -> {
            requests.askInRound(List.of(contoso));
            return null;
        });
        assertThat(planning.isInRound()).as("whoever asks again and again").isFalse();
    }

    @Test
    void what_changes_while_it_is_planned_keeps_no_mail_back_and_what_is_asked_for_in_another_round_does() {
        stage.at(DAY);
        for (var isAnotherRound : new boolean[] {false, true}) {
            stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', true)".formatted(contoso));
            Callers.as(Caller.system("test"), () -> {
                var request = requests.claim().orElseThrow();
                if (isAnotherRound) {
                    requests.askInRound(List.of(contoso));
                } else {
                    requests.ask(List.of(contoso));
                }
                planner.plan(request);
                return null;
            });

            assertThat(planning.isInRound()).isEqualTo(isAnotherRound);
            stage.sql("delete from plan_request");
        }
    }

    @Test
    void without_timeline_nothing_is_planned_and_it_is_tried_again() {
        world.stop("timeline");

        stage.clock(DAY)
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:cutoff:problem:unavailable"), "detail", containsString("timeline"));
        assertThat(stage.rows("select person from reminder")).isEmpty();

        world.bringBack("timeline");
        stage.at(DAY);

        assertThat(stage.rows("select person from reminder")).hasSize(4);
    }

    @Test
    void without_inventory_nothing_is_half_planned() {
        stage.at("2022-05-01T00:00:00Z");
        world.stop("inventory");

        stage.clock(DAY).then().statusCode(503).body("detail", containsString("inventory"));
        assertThat(stage.rows("select person from reminder")).isEmpty();
        assertThat(stage.rows("select count(*) from cutoff where earliest is null"))
                .containsExactly("0");

        world.bringBack("inventory");
        stage.at(DAY);

        assertThat(stage.rows("select person from reminder")).hasSize(4);
    }

    @Test
    void nothing_leaves_on_a_day_that_could_not_be_planned() {
        stage.at("2022-09-15T13:00:00Z")
                .released(contoso, fabrikam)
                .at("2022-09-15T13:00:00Z")
                .at(DAY);
        assertThat(stage.told("nao@contoso.example"))
                .last()
                .isEqualTo("2022-09-22 planned imap cutoff 2022-10-01 14 rung-due");
        var before = stage.mails().size();
        world.stop("timeline");

        stage.clock("2022-09-22T13:00:00Z").then().statusCode(503);
        sending.send();

        assertThat(stage.mails()).hasSize(before);

        world.bringBack("timeline");
        stage.at("2022-09-22T13:00:00Z");

        assertThat(stage.mails()).hasSizeGreaterThan(before);
    }

    @Test
    void nothing_leaves_that_was_planned_before_what_has_been_heard_and_mail_does_not_wait_without_end() {
        stage.at("2022-09-15T13:00:00Z").at(DAY).releasedByHand(contoso, fabrikam);
        Callers.as(Caller.system("test"), () -> {
            requests.ask(List.of(contoso));
            return null;
        });

        sending.send();

        assertThat(stage.recipients())
                .as("of those whose tenant nothing is heard of")
                .isNotEmpty()
                .allMatch(recipient -> recipient.endsWith("@fabrikam.example"));

        stage.sql("update plan_request set unplanned_since = now() - interval '11 minutes'");
        sending.send();

        assertThat(stage.recipients()).anyMatch(recipient -> recipient.endsWith("@contoso.example"));
    }

    @Test
    void what_is_asked_for_again_and_again_has_been_unplanned_since_the_first_time() {
        stage.at(DAY);
        stage.sql("insert into plan_request (tenant_id, in_round, unplanned_since) values ('%s', false, '2022-09-01Z')"
                .formatted(contoso));

        Callers.as(Caller.system("test"), () -> {
            var request = requests.claim().orElseThrow();
            requests.ask(List.of(contoso));
            planner.plan(request);
            return null;
        });

        assertThat(stage.rows("select (unplanned_since = '2022-09-01Z')::text from plan_request"))
                .containsExactly("true");
    }

    @Test
    void only_tenants_with_something_due_ask_for_their_clients() {
        world.line(fabrikam, "imap", "basic", Facts.line("working", "\"2023-10-01\"", "null", "null", "null"));

        stage.at(DAY);

        assertThat(world.asked())
                .anyMatch(asked -> asked.startsWith("/inventory/v1/clients") && asked.contains(contoso.toString()))
                .noneMatch(asked -> asked.startsWith("/inventory/v1/clients") && asked.contains(fabrikam.toString()))
                .noneMatch(asked -> asked.startsWith("/inventory/v1/usages") && asked.contains(fabrikam.toString()));
    }

    @Test
    void a_new_day_is_one_pass_and_a_quiet_second_asks_for_nothing() {
        stage.at(DAY);
        world.forgetWhatWasAsked();

        stage.at("2022-09-16T14:00:00Z");

        assertThat(world.asked()).containsOnly("/inventory/v1/changes", "/timeline/v1/changes");

        stage.at("2022-09-17T13:00:00Z");

        assertThat(world.asked()).filteredOn("/timeline/v1/cutoffs"::equals).hasSize(1);
    }

    @Test
    void a_day_without_anything_due_is_the_pass_over_the_cutoffs_alone_even_where_people_were_told() {
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        world.line(fabrikam, "imap", "basic", Facts.window("working", null));
        stage.released(contoso, fabrikam).at("2022-08-30T13:00:00Z").at("2022-09-01T13:00:00Z");
        assertThat(stage.recipients()).contains("nao@contoso.example");

        for (var day : List.of("2022-09-02", "2022-09-05", "2022-09-12", "2022-09-15")) {
            world.forgetWhatWasAsked();
            stage.at(day + "T13:00:00Z");
            assertThat(world.asked())
                    .as(day)
                    .containsOnly("/inventory/v1/changes", "/timeline/v1/changes", "/timeline/v1/cutoffs");
        }

        stage.at("2022-09-16T13:00:00Z");
        assertThat(world.asked()).as("a rung is due").anyMatch(asked -> asked.startsWith("/inventory/v1/clients"));
        assertThat(stage.rows("select distinct planned_on::text from tenant")).containsExactly("2022-09-16");
    }

    @Test
    void imports_have_their_tenant_looked_at_on_its_next_day_and_only_once() {
        stage.at("2022-08-08T13:00:00Z");
        stage.at("2022-08-09T13:00:00Z");
        var printer = clientOfContoso();
        world.seen(printer, "2022-08-09T13:00:00Z");
        world.seen(printer, "2022-08-09T13:01:00Z");
        world.forgetWhatWasAsked();

        stage.at("2022-08-09T14:00:00Z");
        assertThat(world.asked()).containsOnly("/inventory/v1/changes", "/timeline/v1/changes");

        stage.at("2022-08-10T13:00:00Z");
        assertThat(world.asked())
                .filteredOn(asked -> asked.startsWith("/inventory/v1/clients"))
                .singleElement()
                .asString()
                .contains(contoso.toString());

        world.forgetWhatWasAsked();
        stage.at("2022-08-11T13:00:00Z");
        assertThat(world.asked()).noneMatch(asked -> asked.startsWith("/inventory/v1/clients"));
    }

    @Test
    void evidence_that_could_not_be_read_is_read_when_inventory_is_back() {
        stage.at("2022-08-08T13:00:00Z");
        stage.at("2022-08-09T13:00:00Z");
        var printer = clientOfContoso();
        world.seen(printer, "2022-08-09T13:00:00Z");
        stage.at("2022-08-09T14:00:00Z");
        world.stop("inventory");
        stage.clock("2022-08-10T13:00:00Z");
        world.bringBack("inventory");
        world.forgetWhatWasAsked();

        stage.at("2022-08-10T13:00:01Z");

        assertThat(world.asked()).anyMatch(asked -> asked.startsWith("/inventory/v1/clients"));
    }

    @Test
    void what_no_feed_brings_is_looked_for_after_four_weeks() {
        world.line(contoso, "imap", "basic", Facts.line("working", "\"2022-12-31\"", "\"2023-01-31\"", "null", "null"));
        world.removeLine(fabrikam, "imap", "basic");
        stage.at("2022-10-03T13:00:00Z");
        world.forgetWhatWasAsked();

        stage.at("2022-10-28T13:00:00Z");
        assertThat(world.asked()).noneMatch(asked -> asked.startsWith("/inventory/v1/coverage"));

        stage.at("2022-10-31T13:00:00Z");
        assertThat(world.asked()).anyMatch(asked -> asked.startsWith("/inventory/v1/coverage"));
    }

    @Test
    void a_cutoff_that_is_another_one_by_the_calendar_is_planned_on_that_day() {
        stage.released(contoso, fabrikam).at("2022-08-30T13:00:00Z");
        world.removeLine(contoso, "imap", "basic");

        stage.at("2022-09-12T13:00:00Z");

        assertThat(stage.told("nao@contoso.example")).last().asString().endsWith("cancelled");
        assertThat(stage.told("nao@fabrikam.example")).last().asString().endsWith("rung-due");
    }

    @Test
    void long_lists_are_read_to_their_end() {
        world.pageSize(2);
        for (var i = 0; i < 7; i++) {
            var client = world.client(
                    contoso, UUID.randomUUID(), Facts.client("Printer " + i, "owner" + i + "@contoso.example"));
            world.usage(contoso, "imap", "basic", client);
        }

        stage.at(DAY);

        assertThat(stage.rows(
                        "select person from reminder where tenant_id = '%s' and anchor = 'cutoff'".formatted(contoso)))
                .hasSize(8);
    }

    @Test
    void a_tenant_that_nobody_knows_is_not_asked_for_again_and_again() {
        stage.at(DAY);
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', true)".formatted(UUID.randomUUID()));

        stage.at("2022-09-16T14:00:00Z");

        assertThat(stage.rows("select tenant_id::text from plan_request")).isEmpty();
    }

    @Test
    void a_state_that_we_do_not_know_yet_does_not_silence_us() {
        world.line(contoso, "imap", "basic", Facts.window("half-off", null));

        stage.at(DAY);

        assertThat(stage.told("nao@contoso.example"))
                .containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
    }

    @Test
    void where_another_programme_decides_nobody_is_told_twice() {
        var decided = Facts.window("working", null)
                .replace("\"effective\": \"exchange-online-basic-auth\"", "\"effective\": \"another-programme\"");
        world.line(contoso, "imap", "basic", decided);
        world.line(
                contoso,
                "imap",
                "basic",
                decided.replace("\"programme\": \"exchange-online-basic-auth\"", "\"programme\": \"another-programme\"")
                        .replace("2022-10-01", "2022-09-20"));

        stage.at(DAY);

        assertThat(stage.told("nao@contoso.example"))
                .containsExactly("2022-09-16 held imap cutoff 2022-09-20 3 rung-due");
    }

    @Test
    void a_part_is_told_to_those_who_use_it_and_the_rest_to_the_others() {
        var part = Facts.line("working", "\"2022-09-20\"", "\"2022-09-20\"", "\"2022-09-20\"", "null")
                .replace("\"qualifier\": null", """
                        "qualifier": "below 16.1", "part": {"kind": "eas-version", "below": "16.1", "values": []}""");
        world.line(contoso, "eas", "basic", part);
        world.line(contoso, "eas", "basic", Facts.window("working", null));
        for (var version : new String[] {"14.1", "16.1"}) {
            var phone = world.client(
                    contoso,
                    UUID.randomUUID(),
                    Facts.client("Phone " + version, "owner-" + version + "@contoso.example"));
            world.usage(contoso, "eas", "basic", version, phone);
        }

        stage.at(DAY);

        assertThat(stage.told("owner-14.1@contoso.example"))
                .containsExactly("2022-09-16 held eas cutoff 2022-09-20 3 rung-due");
        assertThat(stage.told("owner-16.1@contoso.example"))
                .containsExactly("2022-09-16 held eas cutoff 2022-10-01 14 rung-due");
        assertThat(stage.get("/v1/notices?recipient=owner-14.1@contoso.example"))
                .contains("\"qualifier\":\"below 16.1\"");
        assertThat(stage.preview("owner-14.1@contoso.example")).contains("Exchange ActiveSync (below 16.1) stops");
    }

    private UUID clientOfContoso() {
        return UUID.fromString(
                stage.rows("select client_id::text from client where tenant_id = '%s'".formatted(contoso))
                        .getFirst());
    }
}
