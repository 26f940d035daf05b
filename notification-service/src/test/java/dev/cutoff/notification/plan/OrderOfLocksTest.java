package dev.cutoff.notification.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who plans holds the request of the tenant first and the tenant after it; whoever takes them the other way round ends one of the two. */
@NotificationTest
class OrderOfLocksTest {

    private final UUID contoso = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @Inject
    Following following;

    @BeforeEach
    void a_tenant_is_to_be_planned() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        stage.at("2022-09-16T13:00:00Z");
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', false)".formatted(contoso));
    }

    @Test
    void what_is_heard_of_a_tenant_waits_for_its_planner_who_does_not_wait_for_it() {
        world.tenant(contoso, Facts.tenant("Contoso Ltd", "UTC"));

        whileItIsPlanned(following::follow);

        assertThat(stage.rows("select name from tenant")).containsExactly("Contoso Ltd");
    }

    @Test
    void what_an_import_brings_with_other_things_waits_likewise() {
        var printer = world.client(contoso, UUID.randomUUID(), Facts.client("Printer", "nao@contoso.example"));
        world.usage(contoso, "imap", "basic", printer);
        world.seen(printer, "2022-09-16T13:00:00Z");

        whileItIsPlanned(following::follow);

        assertThat(stage.rows("select has_new_evidence::text from tenant")).containsExactly("true");
    }

    @Test
    void a_policy_that_moves_a_tenant_to_another_zone_waits_likewise() {
        whileItIsPlanned(() -> given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"timeZone\": \"Asia/Tokyo\"}")
                .put("/v1/policies/" + contoso)
                .then()
                .statusCode(200));

        assertThat(stage.rows("select time_zone from tenant")).containsExactly("Asia/Tokyo");
    }

    /** Does it where a planner has begun to write the plan, and has not yet noted that there is one. */
    private void whileItIsPlanned(Runnable other) {
        assertThatCode(() -> stage.whileOther(
                        "select from plan_request where tenant_id = '%s' for update".formatted(contoso),
                        "update tenant set planned_on = planned_on where tenant_id = '%s'".formatted(contoso),
                        Executors.callable(other)))
                .doesNotThrowAnyException();
    }
}
