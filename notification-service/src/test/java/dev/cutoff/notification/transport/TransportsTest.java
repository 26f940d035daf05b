package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration comes to. */
class TransportsTest {

    private static final UUID CONTOSO = UUID.fromString("8bb6f14a-714e-4fdc-89f6-05418818a00b");

    @Test
    void one_address_is_enough_and_keeps_to_what_exchange_online_lets_through() {
        var transports = Ways.of(Map.of("cutoff.smtp.url", "smtp://relay:s3cret@mail.contoso.example"));

        assertThat(transports.all()).singleElement().satisfies(way -> {
            assertThat(way.name()).isEqualTo("default");
            assertThat(way.isDefault()).isTrue();
            assertThat(way.login()).isEqualTo(new Login.Password(Auth.PASSWORD, "relay", "s3cret"));
            assertThat(way.pace()).isEqualTo(new Pace(30, 10_000));
            assertThat(way.parallel()).isEqualTo(2);
            assertThat(way.tenants()).isEmpty();
        });
    }

    @Test
    void further_ways_are_for_tenants_of_their_own() {
        var transports = Ways.of(Map.of(
                "cutoff.smtp.url", "smtp://mail.msp.example",
                "cutoff.transports.contoso.url", "smtp://smtp.office365.com:587",
                "cutoff.transports.contoso.auth", "xoauth2",
                "cutoff.transports.contoso.user", "cutoff@contoso.example",
                "cutoff.transports.contoso.tenants", CONTOSO.toString(),
                "cutoff.transports.contoso.sender-tenant", CONTOSO.toString(),
                "cutoff.transports.contoso.parallel", "1"));

        var contoso = transports.find("contoso").orElseThrow();

        assertThat(contoso.login().auth()).isEqualTo(Auth.XOAUTH2);
        assertThat(contoso.login().user()).isEqualTo("cutoff@contoso.example");
        assertThat(contoso.tenants()).isEqualTo(Set.of(CONTOSO));
        assertThat(contoso.parallel()).isEqualTo(1);
        assertThat(transports.special()).containsExactly(contoso);
    }

    /** Each is what is added to a right configuration, or taken from it with {@code -}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -cutoff.smtp.url                                                      | cutoff.smtp.url
            cutoff.smtp.url=mail.contoso.example                                  | cutoff.smtp.url must be
            cutoff.transports.default.tenants=8bb6f14a-714e-4fdc-89f6-05418818a00b | cutoff.transports.default.tenants
            cutoff.transports.other.url=smtp://other.example                      | cutoff.transports.other.tenants
            cutoff.transports.other.parallel=3                                    | cutoff.transports.other.url is not set
            cutoff.transports.default.auth=xoauth2                                | cutoff.transports.default.user
            cutoff.transports.default.user=relay                                  | cutoff.transports.default.password
            cutoff.transports.default.rate-per-minute=-1                          | rate
            """)
    void what_is_wrong_is_said_by_its_name_and_stops_the_start(String change, String says) {
        var settings = new TreeMap<>(Map.of("cutoff.smtp.url", "smtp://mail.msp.example"));
        if (change.startsWith("-")) {
            settings.remove(change.substring(1));
        } else {
            settings.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        }
        settings.putIfAbsent("cutoff.transports.default.parallel", "2");

        assertThatThrownBy(() -> Ways.of(settings)).hasMessageContaining(says);
    }

    @Test
    void mails_side_by_side_leave_connections_to_the_database_for_others() {
        assertThat(Ways.of(Map.of(
                                "cutoff.smtp.url", "smtp://mail.contoso.example",
                                "cutoff.transports.default.parallel", "12"))
                        .all())
                .hasSize(1);
        assertThatThrownBy(() -> Ways.of(Map.of(
                        "cutoff.smtp.url", "smtp://mail.contoso.example", "cutoff.transports.default.parallel", "13")))
                .hasMessageContaining("13 mails side by side")
                .hasMessageContaining("need 17 connections")
                .hasMessageContaining("quarkus.datasource.jdbc.max-size is 16");
    }

    @Test
    void a_tenant_has_one_way() {
        assertThatThrownBy(() -> Ways.of(Map.of(
                        "cutoff.smtp.url", "smtp://mail.msp.example",
                        "cutoff.transports.a.url", "smtp://a.example",
                        "cutoff.transports.a.tenants", CONTOSO.toString(),
                        "cutoff.transports.b.url", "smtp://b.example",
                        "cutoff.transports.b.tenants", CONTOSO.toString())))
                .hasMessageContaining(CONTOSO.toString());
    }
}
