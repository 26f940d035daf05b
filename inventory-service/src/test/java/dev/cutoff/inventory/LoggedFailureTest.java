package dev.cutoff.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@InventoryTest
class LoggedFailureTest {

    private final Jdbi jdbi;

    LoggedFailureTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void the_failure_of_a_statement_holds_no_value_that_was_bound_to_it() {
        var failure = catchThrowable(() -> QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.prepareBatch(
                                "insert into audit (tenant_id, actor) values (gen_random_uuid(), :actor)")
                        .bind("actor", "somebody@contoso.example")
                        .add()
                        .execute())));

        var log = new StringWriter();
        failure.printStackTrace(new PrintWriter(log));
        assertThat(log.toString())
                .contains("violates row-level security policy")
                .doesNotContain("contoso.example");
    }
}
