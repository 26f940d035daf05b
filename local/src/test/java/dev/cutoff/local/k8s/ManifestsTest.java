package dev.cutoff.local.k8s;

import static dev.cutoff.local.k8s.Manifests.container;
import static dev.cutoff.local.k8s.Manifests.list;
import static dev.cutoff.local.k8s.Manifests.map;
import static dev.cutoff.local.k8s.Manifests.name;
import static dev.cutoff.local.k8s.Manifests.ofKind;
import static dev.cutoff.local.k8s.Manifests.podSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

    private static final List<String> SERVICES =
            List.of("inventory-service", "timeline-service", "notification-service");

    @Test
    void every_file_can_be_read_and_is_used_by_a_kustomization() throws Exception {
        var used = new HashSet<Path>();
        for (var file : Manifests.files()) {
            var documents = Manifests.read(file);
            assertThat(documents).as(file.toString()).isNotEmpty();
            if (!file.endsWith("kustomization.yaml")) {
                continue;
            }
            var named = new ArrayList<>(strings(documents.getFirst().get("resources")));
            named.addAll(strings(documents.getFirst().get("components")));
            for (var resource : named) {
                var target = file.resolveSibling(resource).normalize();
                used.add(Files.isDirectory(target) ? target.resolve("kustomization.yaml") : target);
            }
        }

        used.add(Manifests.FOLDER.resolve("overlays/prod/kustomization.yaml"));
        used.add(Manifests.FOLDER.resolve("base/kustomization.yaml"));
        assertThat(used).containsExactlyInAnyOrderElementsOf(Manifests.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory", "timeline", "notification"})
    void a_service_is_configured_with_keys_that_it_reads(String service) throws Exception {
        var keys = ConfigurationKeys.of(service + "-service");
        var own = Manifests.read(Manifests.FOLDER.resolve("base/" + service + "/kustomization.yaml"))
                .getFirst();
        var job = Manifests.read(Manifests.FOLDER.resolve("base/service/migration-job.yaml"))
                .getFirst();

        var variables = new ArrayList<String>();
        literals(own).forEach(literal -> variables.add(literal.substring(0, literal.indexOf('='))));
        list(container(job).get("env")).forEach(variable -> variables.add((String) variable.get("name")));
        // What the secrets hold, in the words of k8s/README.md.
        variables.addAll(List.of("QUARKUS_DATASOURCE_PASSWORD", "QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD"));
        if (!service.equals("inventory")) {
            variables.addAll(List.of("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "QUARKUS_OIDC_CLIENT_CLIENT_ENABLED"));
        }

        assertThat(variables)
                .hasSizeGreaterThan(8)
                .allSatisfy(variable -> assertThat(keys.knows(variable))
                        .as(variable + " is read by " + service + " when it runs")
                        .isTrue());
        assertThat(keys.knows("QUARKUS_DATASOURCE_JDBC_URI")).isFalse();
        assertThat(keys.knows("QUARKUS_DATASOURCE_DB_KIND"))
                .as("fixed when it is built")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/prod"})
    void each_service_has_everything_under_its_own_name(String folder) throws Exception {
        var all = rendered(folder);

        for (var kind : List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget")) {
            assertThat(ofKind(all, kind)).extracting(Manifests::name).containsExactlyInAnyOrderElementsOf(SERVICES);
        }
        assertThat(ofKind(all, "Job"))
                .extracting(Manifests::name)
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream().map(name -> name + "-migration").toList());
        for (var workload : workloads(all)) {
            var service = name(workload).replace("-migration", "");
            assertThat((String) container(workload).get("image")).contains("cutoff/" + service);
            assertThat(podSpec(workload)).containsEntry("serviceAccountName", service);
        }
    }

    @Test
    void what_a_workload_refers_to_is_rendered_or_is_a_secret_of_the_readme() throws Exception {
        var all = rendered("overlays/prod");
        var readme = Files.readString(Manifests.FOLDER.resolve("README.md"));
        var maps = ofKind(all, "ConfigMap").stream().map(Manifests::name).toList();

        for (var workload : workloads(all)) {
            for (var source : list(container(workload).get("envFrom"))) {
                if (source.containsKey("configMapRef")) {
                    assertThat(maps)
                            .contains((String) map(source.get("configMapRef")).get("name"));
                } else {
                    assertThat(readme)
                            .contains("`" + map(source.get("secretRef")).get("name") + "`");
                }
            }
        }
    }

    @Test
    void only_the_job_has_the_owners_password() throws Exception {
        for (var workload : workloads(rendered("base"))) {
            var owner = list(container(workload).get("envFrom")).toString().contains("-database-owner");

            assertThat(owner).as(name(workload)).isEqualTo(workload.get("kind").equals("Job"));
        }
    }

    @Test
    void services_find_each_other_and_their_probes() throws Exception {
        var all = rendered("base");

        for (var configuration : ofKind(all, "ConfigMap")) {
            map(configuration.get("data")).forEach((key, value) -> {
                if (key.startsWith("QUARKUS_REST_CLIENT_")) {
                    assertThat(SERVICES).contains(value.toString().replace("http://", ""));
                }
            });
            assertThat(map(configuration.get("data"))).containsEntry("QUARKUS_HTTP_PORT", "8080");
        }
        for (var service : ofKind(all, "Service")) {
            assertThat(list(map(service.get("spec")).get("ports")).getFirst())
                    .containsEntry("port", 80)
                    .containsEntry("targetPort", "http");
        }
        for (var deployment : ofKind(all, "Deployment")) {
            var container = container(deployment);
            assertThat(list(container.get("ports")).getFirst())
                    .containsEntry("name", "http")
                    .containsEntry("containerPort", 8080);
            assertThat(probe(container, "startupProbe")).isEqualTo(Map.of("path", "/q/health/started", "port", "http"));
            assertThat(probe(container, "readinessProbe")).isEqualTo(Map.of("path", "/q/health/ready", "port", "http"));
            assertThat(probe(container, "livenessProbe")).isEqualTo(Map.of("path", "/q/health/live", "port", "http"));
        }
    }

    @Test
    void every_pod_keeps_to_the_restricted_standard() throws Exception {
        var all = rendered("overlays/prod");

        for (var workload : workloads(all)) {
            var pod = podSpec(workload);
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            assertThat(map(pod.get("securityContext")))
                    .containsEntry("runAsNonRoot", true)
                    .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
            assertThat(map(container(workload).get("securityContext")))
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
            assertThat(map(container(workload).get("resources"))).containsKeys("requests", "limits");
        }
        assertThat(map(map(ofKind(all, "Namespace").getFirst().get("metadata")).get("labels")))
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @Test
    void nothing_is_allowed_but_what_is_named() throws Exception {
        var policies = ofKind(rendered("base"), "NetworkPolicy");

        assertThat(policies).anySatisfy(policy -> {
            assertThat(map(map(policy.get("spec")).get("podSelector"))).isEmpty();
            assertThat(strings(map(policy.get("spec")).get("policyTypes"))).containsExactly("Ingress", "Egress");
            assertThat(map(policy.get("spec"))).doesNotContainKeys("ingress", "egress");
        });
        assertThat(policies)
                .extracting(Manifests::name)
                .contains("to-dns", "to-postgresql", "to-issuer", "notification-to-smtp", "timeline-to-inventory");
    }

    private static List<Map<String, Object>> rendered(String folder) throws Exception {
        assumeTrue(Manifests.canRender(), "kubectl is not on the PATH");
        return Manifests.render(folder);
    }

    private static List<Map<String, Object>> workloads(List<Map<String, Object>> all) {
        return Stream.of("Deployment", "Job")
                .flatMap(kind -> ofKind(all, kind).stream())
                .toList();
    }

    private static Object probe(Map<String, Object> container, String name) {
        return map(container.get(name)).get("httpGet");
    }

    private static Set<String> literals(Map<String, Object> kustomization) {
        return list(kustomization.get("configMapGenerator")).stream()
                .flatMap(generator -> strings(generator.get("literals")).stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object node) {
        return node == null ? List.of() : (List<String>) node;
    }
}
