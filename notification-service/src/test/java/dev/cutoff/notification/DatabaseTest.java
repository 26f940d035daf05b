package dev.cutoff.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.testing.DatabaseRules;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class DatabaseTest extends DatabaseRules {

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;

    @BeforeEach
    void both_tenants_have_all_there_is() {
        var stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "UTC"));
            var client = world.client(
                    tenant, UUID.randomUUID(), Facts.client("Printer", "nao@" + name.toLowerCase() + ".example"));
            world.usage(tenant, "imap", "basic", client);
            world.line(tenant, "imap", "basic", Facts.window("working", "2022-09-30"));
        }
        stage.at("2022-09-16T13:00:00Z").released(contoso, fabrikam).at("2022-09-16T13:00:00Z");
        stage.sql("insert into plan_request (tenant_id, in_round) values ('%s', false), ('%s', false)"
                .formatted(contoso, fabrikam));
        stage.sql(
                "insert into branding values ('%s', 1, 'Contoso', null, null, null, false), ('%s', 1, 'Fabrikam', null, null, null, false)"
                        .formatted(contoso, fabrikam));
        stage.sql("insert into gather_request values ('nao@contoso.example')");
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            stage.sql("""
                    insert into recipient values ('%s', '%s', 1, 'nao@contoso.example', 'reachable', 'few-bounces', now(), 1);
                    insert into bounce (tenant_id, person, kind, source, at, recorded_by)
                    values ('%s', 'nao@contoso.example', 'soft', 'caller', now(), 'test');
                    insert into answer values ('%s', '%s', 1, '%s', 'nao@contoso.example', '', '', '', '', 'done', null, null, null,
                                               'stands', null, 'api', now(), 'test')""".formatted(tenant, UUID.randomUUID(), tenant, tenant, UUID.randomUUID(), UUID.randomUUID()));
        }
        stage.sql("insert into finding select tenant_id, 'imap', 'quiet', 'sign-in-log', null, null, null from tenant");
        stage.sql("insert into owner (tenant_id, email) select tenant_id, 'nao@contoso.example' from tenant");
        stage.sql(
                "insert into staged_client select tenant_id, tenant_id, client_id, kind, product, name, account, null, shared,"
                        + " resolved, owner_name, owner_email, owner_locale, '{}' from client");
        stage.sql(
                "insert into staged_use select tenant_id, tenant_id, client_id, 'imap', 'basic', '', '', null from client");
        stage.sql(
                "insert into staged_owner (tenant_id, token, email) select tenant_id, tenant_id, 'nao@contoso.example' from tenant");
        stage.sql(
                "insert into readiness_week select tenant_id, date '2022-09-05', '', 1, 2, 3, 4, 5, 6, 7 from tenant");
        stage.sql(
                "insert into vacancy select tenant_id, client_id, 'exchange-online-basic-auth', 'no-answer', date '2022-09-16', null, '{imap}'"
                        + " from client on conflict do nothing");
        stage.sql("insert into policy select tenant_id, '', 1, '{}', now(), 'test' from tenant");
    }

    @Test
    void row_level_security_alone_shows_a_tenant_its_own_rows_and_no_others() throws SQLException {
        assertThat(rows())
                .containsKeys(
                        "tenant",
                        "cutoff",
                        "client",
                        "reminder",
                        "dispatch",
                        "policy",
                        "plan_request",
                        "change",
                        "audit",
                        "recipient",
                        "bounce",
                        "answer");
        assertThat(rows().values()).as("there is something to be seen in each").allMatch(count -> count > 1);

        assertThat(rowsOfOthersSeenBy(contoso)).isEmpty();
    }

    @Test
    void row_level_security_alone_shows_a_notice_and_its_attempts_to_who_sees_one_of_its_tenants() throws SQLException {
        assertThat(seen("*", "select count(*) from notice")).isEqualTo(4);
        assertThat(seen("*", "select count(*) from delivery")).isEqualTo(4);
        assertThat(seen("*", "select count(*) from gather_request")).isEqualTo(1);

        assertThat(seen(contoso.toString(), "select count(*) from notice")).isEqualTo(2);
        assertThat(seen(contoso.toString(), "select count(*) from delivery")).isEqualTo(2);
        assertThat(seen(contoso.toString(), "select count(*) from notice where person like '%fabrikam%'"))
                .isZero();
        assertThat(seen(contoso.toString(), "select count(*) from gather_request"))
                .isZero();
        assertThat(seen("", "select count(*) from notice")).isZero();
        assertThat(seen("", "select count(*) from delivery")).isZero();
    }

    private static int seen(String tenants, String query) throws SQLException {
        try (var app = DriverManager.getConnection(
                        config("quarkus.datasource.jdbc.url"),
                        config("quarkus.datasource.username"),
                        config("quarkus.datasource.password"));
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select set_config('app.tenants', '%s', true)".formatted(tenants));
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
