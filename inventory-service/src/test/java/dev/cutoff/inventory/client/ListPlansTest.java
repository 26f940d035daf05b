package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.SampleInventory;
import dev.cutoff.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No list reads a whole table, whatever it is narrowed by: what it asks PostgreSQL is asked once more, for its plan. And what reads all of a
 * tenant says how, because a tenant that has just come is in no statistics.
 */
@InventoryTest
class ListPlansTest {

    private static final int CLIENTS = 20_000;

    /** Those that grow with the inventory; PostgreSQL reads a small one whole because that is quicker. */
    private static final String WHOLE_TABLE =
            ".*Seq Scan on (client|client_usage|client_account|usage|account|account_address) .*";

    /** What goes in front of what a list asks, and of nothing that a job asks meanwhile. */
    private static final String SCOPE = "select set_config('app.tenants', ('*'), true);\n";

    private static final String SILENT = "coalesce(greatest(last_success, last_block), '-infinity') <";

    /** Once for all: nothing here changes it. */
    private static @Nullable UUID loaded;

    @Inject
    Jdbi jdbi;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private UUID tenant;

    @BeforeEach
    void loadOnceAndListen() {
        if (loaded == null) {
            loaded = Database.load(new SampleInventory(51, 40, CLIENTS, 2 * CLIENTS), 7);
        }
        tenant = loaded;
        jdbi.setSqlLogger(new Steps((_, sql) -> asked.add(sql)));
    }

    @AfterEach
    void listenNoMore() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private void assertReadsNoWholeTable(String address) {
        var answer = Api.as(Tokens.everything()).get(address);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var lists = asked.stream()
                .filter(sql -> sql.startsWith(SCOPE) && sql.contains(" limit "))
                .map(sql -> sql.substring(SCOPE.length()))
                .toList();
        assertThat(lists).as("%s", asked).isNotEmpty();
        for (var sql : lists) {
            assertThat(plan(sql)).as(sql).isNotEmpty().noneMatch(line -> line.matches(WHOLE_TABLE));
        }
    }

    private List<String> plan(String sql) {
        return Callers.as(
                Caller.system("test"),
                () -> QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(handle -> plan(handle, sql))));
    }

    private static List<String> plan(Handle handle, String sql) throws SQLException {
        try (var statement = handle.getConnection().createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=50",
                "kind=device&vendor=Ricoh&product=IM&location=Osaka&department=Sales&criticality=high",
                "status=planned&status=excepted&shared=true&migration=at-risk",
                "protocol=imap&authMethod=basic",
                "protocol=pop&sort=-name",
                "owner=none",
                "owner=account",
                "owner=somebody@contoso.example",
                "owner=8bb6f14a-714e-4fdc-89f6-05418818a00b&ownerReason=client",
                "tag=warehouse&reference=MAIL-1",
                "plannedFrom=2026-11-01&plannedTo=2026-11-30&sort=plannedFor,-kind",
                "account=somebody@contoso.example",
                "account=8bb6f14a-714e-4fdc-89f6-05418818a00b",
                "source=servicenow",
                "source=servicenow&externalId=1",
                "externalId=1",
                "q=printer&total=true"
            })
    void a_list_of_clients_of_a_tenant(String filter) {
        assertReadsNoWholeTable("/v1/clients?tenant=%s&%s".formatted(tenant, filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=50",
                "protocol=imap&authMethod=basic",
                "status=discovered",
                "account=somebody@contoso.example",
                "account=8bb6f14a-714e-4fdc-89f6-05418818a00b"
            })
    void a_list_of_clients_of_all_tenants(String filter) {
        assertReadsNoWholeTable("/v1/clients?" + filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=500",
                "protocol=imap&authMethod=basic&qualifier=14.1",
                "account=somebody@contoso.example",
                "account=8bb6f14a-714e-4fdc-89f6-05418818a00b",
                "attemptsOnly=true&sort=-lastSeen&total=true"
            })
    void a_list_of_usages_of_a_tenant(String filter) {
        assertReadsNoWholeTable("/v1/usages?tenant=%s&%s".formatted(tenant, filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=50", "account=somebody@contoso.example", "account=8bb6f14a-714e-4fdc-89f6-05418818a00b"})
    void a_list_of_usages_of_all_tenants(String filter) {
        assertReadsNoWholeTable("/v1/usages?" + filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupBy=protocol,authMethod",
                "groupBy=owner,kind,week",
                "groupBy=status&account=a@contoso.example"
            })
    void a_summary_of_a_tenant(String query) {
        assertReadsNoWholeTable("/v1/usages/summary?tenant=%s&%s".formatted(tenant, query));
    }

    @Test
    void a_summary_that_tells_no_owners_looks_for_none() {
        Api.as(Tokens.everything()).get("/v1/usages/summary?groupBy=protocol&tenant=" + tenant);

        assertThat(asked).anyMatch(sql -> sql.contains("from usage")).noneMatch(sql -> sql.contains("join owner"));
    }

    @Test
    void who_is_silent_is_found_in_sets() {
        var fresh = Api.tenant();
        for (var day : List.of("2022-10-01", "2022-10-02")) {
            Api.imported(fresh, """
                    Date (UTC),Request ID,User ID,Username,Client app,User agent,Status
                    %sT08:00:00Z,%s,%s,a@contoso.example,IMAP4,JavaMail,Success
                    """.formatted(day, UUID.randomUUID(), tenant));
        }

        var steps = asked.stream()
                .map(sql -> sql.contains("enable_nestloop = off") ? "in sets" : sql.contains(SILENT) ? "silent" : "")
                .filter(step -> !step.isEmpty());

        assertThat(steps).containsSubsequence("in sets", "silent");
    }
}
