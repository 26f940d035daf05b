package dev.cutoff.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.testing.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** An alert on a metric that nobody exposes is silent for ever. */
@NotificationTest
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile("\\b(cutoff_[a-z_]+)(?:\\{([a-z]+)=~?\"([^\"]+)\"})?");

    World world;
    GreenMail mail;

    @Test
    void every_alert_is_about_what_the_service_exposes() throws IOException {
        new Stage(world, mail).at("2022-09-16T13:00:00Z");
        var exposed = given().noFilters()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        for (var rule : rules()) {
            var metrics = METRIC.matcher((String) rule.get("expr")).results().toList();
            assertThat(metrics).as("%s", rule.get("alert")).isNotEmpty();
            for (var metric : metrics) {
                assertThat(exposed).as("%s", rule.get("alert")).containsPattern("(?m)^" + metric.group(1) + "[{ ]");
                if (metric.group(2) != null) {
                    for (var value : metric.group(3).split("\\|")) {
                        assertThat(exposed)
                                .as("%s", rule.get("alert"))
                                .containsPattern("(?m)^" + metric.group(1) + "\\{[^}]*" + metric.group(2) + "=\""
                                        + value + "\"");
                    }
                }
            }
        }
    }

    @Test
    void every_alert_says_what_to_do() throws IOException {
        var names = new TreeSet<String>();
        for (var rule : rules()) {
            assertThat(names.add((String) rule.get("alert"))).as("its own name").isTrue();
            assertThat(map(rule.get("labels"))).containsKey("severity");
            assertThat(map(rule.get("annotations")).keySet()).contains("summary", "description", "runbook");
        }
    }

    @Test
    void every_signal_of_sending_has_an_alert() throws IOException {
        var expressions = rules().stream()
                .map(rule -> rule.get("expr").toString())
                .toList()
                .toString();
        var exposed = given().noFilters().get("/q/metrics").then().extract().asString();

        assertThat(Pattern.compile("(?m)^(cutoff_(?:notice|deliver|claim|transport|planner)[a-z_]+)[{ ]")
                        .matcher(exposed)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(expressions).contains(metric));
    }

    private static List<Map<String, Object>> rules() throws IOException {
        var file = ServiceUnderTest.repository().resolve("k8s/components/monitoring/notification-alerts.yaml");
        Map<String, Object> document = new Yaml().load(Files.readString(file));
        var group = map(((List<?>) map(document.get("spec")).get("groups")).getFirst());
        @SuppressWarnings("unchecked")
        var rules = (List<Map<String, Object>>) group.get("rules");
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
