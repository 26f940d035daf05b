package dev.cutoff.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.database.KeptPlans;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@NotificationTest
class KeptPlansTest {

    @Inject
    Jdbi jdbi;

    @Test
    void plans_are_kept_in_the_transactions_of_such_work_and_in_no_others() {
        assertThat(KeptPlans.in(this::modeOfATransaction)).isEqualTo("force_generic_plan");
        assertThat(modeOfATransaction()).isEqualTo("auto");
    }

    @Test
    void where_there_is_much_to_do_after_all_they_are_not() {
        var mode = KeptPlans.in(() -> QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(KeptPlans::leave);
            return mode();
        }));

        assertThat(mode).isEqualTo("force_custom_plan");
        assertThat(KeptPlans.in(this::modeOfATransaction)).isEqualTo("force_generic_plan");
    }

    @Test
    void a_plan_that_is_kept_takes_the_index_also_of_a_table_that_is_nearly_empty() {
        assertThat(KeptPlans.in(() -> QuarkusTransaction.requiringNew().call(this::planOfANearlyEmptyTable)))
                .contains("Index");
        assertThat(QuarkusTransaction.requiringNew().call(this::planOfANearlyEmptyTable))
                .contains("Seq Scan");
    }

    private String planOfANearlyEmptyTable() {
        return jdbi.withHandle(handle -> {
            handle.execute("create temporary table nearly_empty (id integer primary key) on commit drop");
            handle.execute("insert into nearly_empty values (1)");
            handle.execute("analyze nearly_empty");
            return handle.createQuery("explain select from nearly_empty where id = 1")
                    .mapTo(String.class)
                    .first();
        });
    }

    private String modeOfATransaction() {
        return QuarkusTransaction.requiringNew().call(this::mode);
    }

    private String mode() {
        return jdbi.withHandle(handle ->
                handle.createQuery("show plan_cache_mode").mapTo(String.class).one());
    }
}
