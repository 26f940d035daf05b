package dev.cutoff.commons.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            08006, true,  true,  the connection is lost
            57P01, true,  true,  the server goes down
            53300, true,  true,  it has no room for one more
            ,      true,  true,  the pool has none to give
            40P01, false, true,  two transactions waited for each other
            40001, false, true,  two transactions would not have been one after the other
            55P03, false, true,  somebody else had it for too long
            23505, false, false, there is one like it already
            42601, false, false, the statement is wrong
            """)
    void what_the_database_says_and_whether_it_may_pass(
            @Nullable String state, boolean isOutage, boolean mayPass, String why) {
        var failure = new IllegalStateException("A transaction failed", new SQLException("of PostgreSQL", state));

        assertThat(Outage.isCauseOf(failure)).as(why).isEqualTo(isOutage);
        assertThat(Outage.mayPass(failure)).as(why).isEqualTo(mayPass);
    }
}
