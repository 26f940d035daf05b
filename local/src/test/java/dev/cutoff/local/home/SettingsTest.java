package dev.cutoff.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path project;

    @Test
    void without_settings_everything_is_where_the_readme_says() throws IOException {
        var settings = settings(Map.of());

        assertThat(settings.home().folder()).isEqualTo(project.toRealPath().resolve(".cutoff"));
        assertThat(settings.ports())
                .isEqualTo(Map.of(
                        Port.INVENTORY, 8081,
                        Port.TIMELINE, 8082,
                        Port.NOTIFICATION, 8083,
                        Port.OIDC, 8084,
                        Port.SMTP, 8025,
                        Port.DB, 8432));
    }

    @Test
    void a_setting_that_is_empty_is_none() {
        var settings = settings(Map.of("CUTOFF_DB_URL", "", "CUTOFF_DB_PORT", " ", "CUTOFF_HOME", ""));

        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.port(Port.DB)).isEqualTo(8432);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "80a", "-1", "123456"})
    void what_is_no_port_is_refused_with_the_name_of_the_setting(String value) {
        assertThatThrownBy(() -> settings(Map.of("CUTOFF_SMTP_PORT", value)))
                .isInstanceOf(Failure.class)
                .hasMessage("CUTOFF_SMTP_PORT must be a port number from 1 to 65535, not " + value + ".");
    }

    @Test
    void what_is_no_address_is_refused_without_showing_what_may_be_a_password() {
        assertThatThrownBy(() -> settings(Map.of("CUTOFF_SMTP_URL", "user:secret@mail")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("CUTOFF_SMTP_URL must be an address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_home_has_one_name_whichever_link_leads_to_it() throws IOException {
        var real = Files.createDirectory(project.resolve("real"));
        var link = Files.createSymbolicLink(project.resolve("link"), real);

        var settings =
                settings(Map.of("CUTOFF_HOME", link.resolve("not made yet").toString()));

        assertThat(settings.home().folder()).isEqualTo(real.toRealPath().resolve("not made yet"));
    }

    @Test
    void the_demo_has_a_folder_and_databases_of_its_own() {
        var home = settings(Map.of()).home();

        assertThat(home.of(World.DEMO).folder()).isEqualTo(home.folder().resolve("demo"));
        assertThat(World.DEMO.database("inventory")).isEqualTo("demo_inventory");
        assertThat(World.OWN.database("inventory")).isEqualTo("inventory");
    }

    @Test
    void passwords_are_made_once_and_are_nobody_elses_to_read() throws IOException {
        var home = new Home(project.resolve(".cutoff"));
        home.create();

        var first = new Passwords(home).of("inventory");

        assertThat(new Passwords(home).of("inventory")).isEqualTo(first).hasSize(32);
        assertThat(new Passwords(home).of("timeline")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.passwords())))
                .isEqualTo("rw-------");
    }

    private Settings settings(Map<String, String> environment) {
        return Settings.of(project, project.resolve("build"), environment);
    }
}
