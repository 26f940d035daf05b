package dev.cutoff.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.database.ScopedQuery;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query that brings its scope along lets nobody see more, and leaves nothing behind. */
@InventoryTest
class ScopedQueryTest {

    @Inject
    Jdbi jdbi;

    private UUID mine;
    private UUID theirs;

    @BeforeEach
    void makeTenants() {
        mine = Api.tenant();
        theirs = Api.tenant();
    }

    private List<UUID> seen(TenantScope scope) {
        return Callers.as(new Caller("test", scope), this::seen);
    }

    private List<UUID> seen() {
        return ScopedQuery.list(
                jdbi,
                "select tenant_id from tenant where tenant_id in (:mine, :theirs)",
                query -> query.bind("mine", mine).bind("theirs", theirs),
                (row, _) -> row.getObject(1, UUID.class));
    }

    @Test
    void row_level_security_holds_without_a_transaction() {
        assertThat(seen(TenantScope.of(List.of(mine)))).containsExactly(mine);
        assertThat(seen(TenantScope.ALL)).containsExactlyInAnyOrder(mine, theirs);
        assertThat(seen(TenantScope.NONE)).isEmpty();
        assertThat(seen()).as("nobody calls").isEmpty();
    }

    @Test
    void the_next_user_of_the_connection_sees_nothing_of_it() {
        jdbi.useHandle(handle -> {
            for (var i = 0; i < 20; i++) {
                seen(TenantScope.ALL);
                assertThat(handle.select("select count(*) from tenant")
                                .mapTo(Long.class)
                                .one())
                        .isZero();
            }
        });
        jdbi.useHandle(handle -> assertThat(handle.select("select coalesce(current_setting('app.tenants', true), '')")
                        .mapTo(String.class)
                        .one())
                .isEmpty());
    }

    @Test
    void in_a_transaction_it_sees_what_that_has_done() {
        Callers.as(new Caller("test", TenantScope.ALL), () -> {
            QuarkusTransaction.begin();
            jdbi.useHandle(handle -> handle.execute("delete from tenant where tenant_id = ?", mine));
            assertThat(seen()).containsExactly(theirs);
            QuarkusTransaction.rollback();
            return null;
        });
        assertThat(seen(TenantScope.of(List.of(mine)))).containsExactly(mine);
    }
}
