package dev.cutoff.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.SampleInventory;
import dev.cutoff.testing.Tokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The made-up inventory is one that the service would have made: complete, and the same for the same seed. */
@InventoryTest
class SampleInventoryTest {

    private static final String CONTENT = """
            select string_agg(concat_ws(' ', u.account_id, u.protocol, u.qualifier, u.successes, u.last_success, c.name, c.owner_id), E'\\n'
                              order by u.account_id, u.protocol, u.qualifier)
            from usage u join client_usage cu on cu.tenant_id = u.tenant_id and cu.usage_id = u.id
            join client c on c.tenant_id = u.tenant_id and c.id = cu.client_id
            where u.tenant_id = '%s'""";

    @Test
    void the_same_seed_makes_the_same_inventory_and_another_makes_another() throws SQLException {
        try (var admin = DriverManager.getConnection(Database.url())) {
            var sample = new SampleInventory(41, 2, 301, 700);
            sample.load(admin);
            var tenant = sample.tenant(admin, 1);
            var first = Database.select(CONTENT.formatted(tenant));
            Database.forget(tenant, sample.tenant(admin, 2));
            Database.execute("delete from tenant where primary_domain like 'sample41-%'");
            sample.load(admin);

            assertThat(sample.tenant(admin, 1)).isEqualTo(tenant);
            assertThat(Database.select(CONTENT.formatted(tenant))).isEqualTo(first);
            assertThat(first.getFirst()).hasLineCount(350);
            var other = new SampleInventory(42, 1, 301, 700);
            other.load(admin);
            assertThat(other.tenant(admin, 1)).isNotEqualTo(tenant);
        }
    }

    @Test
    void it_holds_what_was_asked_for_and_the_api_shows_it() throws SQLException {
        try (var admin = DriverManager.getConnection(Database.url())) {
            var sample = new SampleInventory(43, 3, 1000, 2500);
            sample.load(admin);
            var tenants = List.of(sample.tenant(admin, 1), sample.tenant(admin, 2), sample.tenant(admin, 3));
            var token = Tokens.viewer(tenants.toArray(java.util.UUID[]::new));

            assertThat(Api.all(token, "/v1/clients")).hasSize(1000);
            assertThat(Api.all(token, "/v1/usages"))
                    .hasSize(2500)
                    .allSatisfy(usage -> assertThat(usage.path("clientIds")).hasSize(1));
            assertThat(dangling(admin)).isZero();
            assertThat(Api.all(token, "/v1/clients?protocol=imap&authMethod=basic"))
                    .hasSizeBetween(150, 500);
        }
    }

    private static int dangling(Connection admin) throws SQLException {
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from usage u
                        where not exists (select from account a where a.tenant_id = u.tenant_id and a.id = u.account_id)
                           or not exists (select from usage_product p where p.tenant_id = u.tenant_id and p.usage_id = u.id)
                           or not exists (select from client_usage c where c.tenant_id = u.tenant_id and c.usage_id = u.id
                                            and (c.protocol, c.auth_method) = (u.protocol, u.auth_method))""")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
