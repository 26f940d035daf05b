package dev.cutoff.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.local.home.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    @Test
    void services_get_the_server_and_its_parameters_but_not_the_administrator() {
        var login = Login.of(
                "jdbc:postgresql://db.example:5432/postgres?user=admin&sslmode=verify-full&password=s%26cret&connectTimeout=5");

        assertThat(login.user()).isEqualTo("admin");
        assertThat(login.password()).isEqualTo("s&cret");
        assertThat(login.database()).isEqualTo("postgres");
        assertThat(login.url("inventory"))
                .isEqualTo("jdbc:postgresql://db.example:5432/inventory?sslmode=verify-full&connectTimeout=5");
    }

    @Test
    void several_hosts_stay_together() {
        assertThat(Login.of("jdbc:postgresql://one:5432,two:5432/?user=admin").url("timeline"))
                .isEqualTo("jdbc:postgresql://one:5432,two:5432/timeline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://admin:secret@db.example/postgres",
                "jdbc:postgresql:postgres",
                "jdbc:postgresql://db.example/postgres?password=secret"
            })
    void what_cannot_be_used_is_refused_without_showing_the_password(String url) {
        assertThatThrownBy(() -> Login.of(url))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("CUTOFF_DB_URL")
                .hasMessageNotContaining("secret");
    }
}
