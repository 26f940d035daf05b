package dev.cutoff.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code cutoff}, in a project and on a machine made of a few small files, with spaces in every path. */
class ScriptTest {

    private static final List<String> MODULES = List.of(
            "commons", "test-support", "inventory-service", "timeline-service", "notification-service", "local");

    @TempDir
    private Path temp;

    private Path project;
    private Path machine;
    private Path user;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeProjectAndMachine() throws IOException {
        project = temp.resolve("my project");
        machine = temp.resolve("the machine");
        user = temp.resolve("a user");
        Files.createDirectories(user);
        for (var module : MODULES) {
            write(project.resolve(module + "/pom.xml"), "<project/>");
            write(project.resolve(module + "/src/main/java/A.java"), "class A {}");
            write(project.resolve(module + "/src/main/java/B.java"), "class B {}");
            write(project.resolve(module + "/src/test/java/ATest.java"), "class ATest {}");
        }
        write(project.resolve("pom.xml"), "<project/>");
        write(project.resolve("api-spec/shared/openapi.yaml"), "openapi: 3.0.3");
        Files.copy(Path.of("..", "cutoff"), project.resolve("cutoff"));
        environment.put("CUTOFF_MACHINE_ROOT", machine.toString());
        environment.put("HOME", user.toString());
        environment.put("PATH", machine.resolve("bin") + ":/usr/bin:/bin");
        List.of("JAVA_HOME", "MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_HOME", "M2_HOME", "CUTOFF_HOME")
                .forEach(name -> environment.put(name, ""));
        maven("3.9.9", "");
        for (var service : List.of("java", "javac")) {
            // Hides the real ones on the PATH.
            program(machine.resolve("no jdk/bin").resolve(service), "exit 1");
        }
        environment.compute("PATH", (_, path) -> machine.resolve("no jdk/bin") + ":" + path);
    }

    @Test
    void the_jdk_of_JAVA_HOME_is_taken() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "25.0.3").toString());
        jdk("usr/lib/jvm/another", "26");

        assertThat(run("up").out()).contains("run by mine with").contains("up");
    }

    @Test
    void an_older_JAVA_HOME_is_passed_over_for_a_jdk_in_a_usual_folder() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
        jdk("usr/lib/jvm/temurin-21", "21.0.4");
        jdk("usr/lib/jvm/temurin-25", "25.0.3");

        assertThat(run("up").out()).contains("run by temurin-25 with");
    }

    @Test
    void a_jdk_of_sdkman_is_found_by_its_own_word_if_it_has_no_release_file() throws Exception {
        var jdk = user.resolve(".sdkman/candidates/java/25-open");
        javaAt(jdk, "25-ea");

        assertThat(run("up").out()).contains("run by 25-open with");
    }

    @Test
    void a_runtime_without_a_compiler_is_no_jdk() throws Exception {
        var jdk = jdk("usr/lib/jvm/jre-25", "25");
        Files.delete(jdk.resolve("bin/javac"));

        assertThat(run("up").exit()).isEqualTo(1);
    }

    @Test
    void without_a_jdk_it_says_in_one_line_what_was_found_and_what_to_install() throws Exception {
        var old = jdk("usr/lib/jvm/java-17", "17.0.15");

        var run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("cutoff: needs a JDK 25 or later and found only 17 in " + old)
                .contains("temurin-25-jdk", "JAVA_HOME");
    }

    @Test
    void an_old_maven_is_refused() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        maven("3.6.3", "");

        var run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("needs Maven 3.8 or later and found only 3.6.3 as " + machine.resolve("bin/mvn"));
    }

    @Test
    void it_builds_once_and_again_only_when_a_source_has_changed() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");

        run("up");
        assertThat(builds()).as("the first time").isEqualTo(1);
        run("up");
        assertThat(builds()).as("nothing changed").isEqualTo(1);
        later(project.resolve("commons/src/test/java/ATest.java"));
        run("up");
        assertThat(builds()).as("a test changed").isEqualTo(1);
        later(project.resolve("commons/src/main/java/A.java"));
        run("up");
        assertThat(builds()).as("a source changed").isEqualTo(2);
        later(project.resolve("timeline-service/pom.xml"));
        run("up");
        assertThat(builds()).as("a pom changed").isEqualTo(3);
        later(project.resolve("api-spec/shared/openapi.yaml"));
        run("up");
        assertThat(builds()).as("the shared contract changed").isEqualTo(4);
    }

    @Test
    void a_deleted_source_counts_as_a_change() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        run("up");

        Files.delete(project.resolve("commons/src/main/java/B.java"));
        run("up");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void each_build_has_a_folder_of_its_own_so_that_what_runs_keeps_its_files() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        run("up");
        var first = project.resolve(".cutoff/build/current").toRealPath();

        later(project.resolve("commons/src/main/java/A.java"));
        run("up");

        assertThat(project.resolve(".cutoff/build/current").toRealPath()).isNotEqualTo(first);
        assertThat(first.resolve("inventory/quarkus-run.jar")).exists();
    }

    @Test
    void what_runs_is_asked_with_the_program_that_started_it() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        run("up");

        later(project.resolve("commons/src/main/java/A.java"));
        run("status");

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_fails_is_one_line_with_the_log_to_read() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        maven("3.9.9", "echo '[ERROR] A.java:[1,1] class expected'; exit 1");

        var run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("class expected")
                .endsWith("cutoff: the build failed. The log: " + project.toRealPath() + "/.cutoff/logs/build.log\n");
        assertThat(project.resolve(".cutoff/build/current")).doesNotExist();
    }

    @Test
    void a_build_that_was_killed_locks_nobody_out() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        write(project.resolve(".cutoff/build/lock/pid"), "999999999\n");

        assertThat(run("up").exit()).isZero();
    }

    @Test
    void it_works_through_a_link_and_from_anywhere() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        var link = temp.resolve("elsewhere/bin/my cutoff");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../../my project/cutoff"));

        var run = Run.of(user, environment, link.toString(), "up", "--detach");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("up --detach").contains("-Dcutoff.project=" + project.toRealPath());
    }

    @Test
    void MAVEN_ARGS_reach_every_maven() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        environment.put("MAVEN_ARGS", "-Dmaven.repo.local=/somewhere -o");

        run("up");

        assertThat(Files.readString(machine.resolve("builds"))).contains("-Dmaven.repo.local=/somewhere -o");
    }

    @Test
    void a_home_folder_that_cannot_be_written_to_is_left_alone() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        var file = temp.resolve("not a folder");
        write(file, "");
        environment.put("HOME", file.toString());

        run("up");

        assertThat(Files.readString(machine.resolve("builds")))
                .contains("-Dmaven.repo.local=" + project.toRealPath() + "/.cutoff/maven");
    }

    @Test
    void an_unknown_command_gets_the_help_on_the_error_stream() throws Exception {
        var run = run("launch");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: ./cutoff COMMAND").endsWith("cutoff: there is no command launch.\n");
    }

    @Test
    void help_and_questions_about_nothing_need_neither_jdk_nor_build() throws Exception {
        assertThat(run("help").out()).contains("Usage: ./cutoff COMMAND");
        assertThat(run("status").out()).startsWith("Nothing runs");
        assertThat(run("down").exit()).isZero();
    }

    @Test
    void the_tests_end_with_their_number_and_fail_with_their_log() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        maven("3.9.9", """
                echo '[INFO] Building Cutoff Inventory 0.1.0-SNAPSHOT [4/7]'
                echo '[INFO] Building Cutoff Timeline 0.1.0-SNAPSHOT [5/7]'
                echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1.0 s -- in dev.cutoff.timeline.ATest'
                echo '[ERROR] Tests run: 7, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 2.0 s -- in dev.cutoff.inventory.tenant.TenantsTest'
                echo '[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 1.0 s -- in dev.cutoff.timeline.rule.BTest'
                echo '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1'
                echo '[ERROR] Tests run: 7, Failures: 1, Errors: 1, Skipped: 0'
                echo '[ERROR]   TenantsTest.a_tenant_is_created:12 expected: 1'
                exit 1""");

        var run = run("test");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("Cutoff Timeline +5 tests, ")
                .containsPattern("Cutoff Inventory +7 tests, ")
                .contains("a_tenant_is_created:12");
        assertThat(run.out().lines()).contains("9 passed, 2 failed, 1 skipped");
        assertThat(run.err()).contains("The log: " + project.toRealPath() + "/.cutoff/logs/test.log");
    }

    private Run run(String... arguments) throws Exception {
        var command = new String[arguments.length + 1];
        command[0] = project.resolve("cutoff").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Run.of(user, environment, command);
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(machine.resolve("builds"))) {
            return lines.count();
        }
    }

    private Path jdk(String folder, String version) throws IOException {
        var jdk = machine.resolve(folder);
        javaAt(jdk, "8");
        write(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void javaAt(Path jdk, String version) throws IOException {
        program(jdk.resolve("bin/javac"), "exit 1");
        program(jdk.resolve("bin/java"), """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-04-21' >&2; exit; fi
                echo "run by %s with $*\"""".formatted(version, jdk.getFileName()));
    }

    private void maven(String version, String work) throws IOException {
        program(machine.resolve("bin/mvn"), """
                if [ "$1" = -version ]; then echo 'Apache Maven %s (abc)'; exit; fi
                echo "$*" >> '%s'
                %s
                for service in inventory timeline notification; do
                  mkdir -p $service-service/target/quarkus-app && touch $service-service/target/quarkus-app/quarkus-run.jar
                done
                mkdir -p local/target/lib && touch local/target/cutoff-local.jar""".formatted(version, machine.resolve("builds"), work));
    }

    /** A moment that is surely after the last build, whatever the resolution of the file system. */
    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
