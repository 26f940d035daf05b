package dev.cutoff.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {

    @TempDir
    private Path temp;

    private Path builds;

    @BeforeEach
    void makeBuilds() throws IOException {
        builds = temp.toRealPath().resolve(".cutoff/build");
        for (var build : new String[] {"old", "used", "new"}) {
            Files.createDirectories(builds.resolve(build).resolve("local/lib"));
        }
        Files.createDirectories(builds.resolve("lock"));
        Files.createDirectories(builds.resolve("unfinished"));
        Files.createSymbolicLink(builds.resolve("current"), Path.of("new"));
    }

    @Test
    void a_build_goes_when_it_is_neither_new_nor_in_use() throws IOException {
        var user = new ProcessBuilder(
                        "sh", "-c", "sleep 60", builds.resolve("used/local").toString())
                .start();
        try {
            Builds.deleteUnused(settings(builds.resolve("new")));
        } finally {
            user.destroyForcibly();
        }

        assertThat(builds.toFile().list()).containsExactlyInAnyOrder("used", "new", "lock", "unfinished", "current");
    }

    @Test
    void what_the_script_did_not_lay_out_is_left_alone() throws IOException {
        var elsewhere = Files.createDirectories(temp.resolve("target/applications"));
        Files.createDirectories(temp.resolve("target/classes/local"));

        Builds.deleteUnused(settings(elsewhere));

        assertThat(temp.resolve("target/classes/local")).exists();
        assertThat(builds.resolve("old")).exists();
    }

    private Settings settings(Path build) {
        return Settings.of(temp, build, Map.of());
    }
}
