package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.tenant.TenantStatistics;
import dev.cutoff.testing.SampleInventory;
import dev.cutoff.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is written costs by what is written, not by what is there: each step is explained where it is about to run, with the tables of its session
 * as they are.
 */
@InventoryTest
class WritePlansTest {

    /** So many that they are joined in sets. */
    private static final int MANY = 150;

    private static final Pattern EXPLAINED = Pattern.compile("\\s*(insert|update|delete|with|select)\\s[^;]*");
    private static final String AMBIGUOUS_FUNCTION = "42725";

    /** What goes in front of the first step of a transaction. */
    private static final Pattern SCOPE = Pattern.compile("^select set_config\\([^\n]*;\n");

    private static final Pattern SUB_PLAN = Pattern.compile("( *)(SubPlan \\d+)");
    private static final Pattern JOIN = Pattern.compile(" *->  (Nested Loop|Hash .*Join|Merge .*Join) .*");

    /** Those that grow with the inventory, and their indexes. */
    private static final String GROWING =
            "(client|client_usage|client_account|client_external_id|usage|usage_product|account|account_address|change)";

    private static final Pattern WHOLE_TABLE = Pattern.compile(".* Seq Scan on %s .*".formatted(GROWING));
    private static final Pattern SCAN = Pattern.compile(
            ".* (Index Scan|Index Only Scan|Bitmap Index Scan) (using|on) %s_\\w+ .*".formatted(GROWING));
    private static final Pattern ALL_OF_TENANT = Pattern.compile(" *Index Cond: \\(tenant_id = '[^']*'::uuid\\)");

    enum Evidence {
        SIGN_INS(
                "Date (UTC),Request ID,User ID,Username,Client app,User agent,Status",
                n -> "2022-10-01T08:00:00Z,%s,%s,user%d@contoso.example,IMAP4,JavaMail,Success"
                        .formatted(UUID.randomUUID(), UUID.nameUUIDFromBytes(new byte[] {1, (byte) n}), n)),
        SMTP_REPORT(
                "Sender address,Domain,TLS 1.0,TLS 1.1,TLS 1.2,Messages sent,Authentication Protocol",
                "user%d@contoso.example,contoso.example,0,0,100,7,Basic Authentication"::formatted),
        EWS_REPORT(
                "AppId,SOAP Action,Call Volume,Last Activity date (UTC)",
                n -> "%s,GetItem,5,2026-11-14".formatted(UUID.nameUUIDFromBytes(new byte[] {2, (byte) n}))),
        DEVICES(
                "UserDisplayName,Identity,DeviceId,DeviceModel,ClientType,ClientVersion",
                n -> "User,user%d@contoso.example\\ExchangeActiveSyncDevices\\x,D%d,Apple-iPhone9C1,EAS,16.1"
                        .formatted(n, n)),
        SWITCHES("PrimarySmtpAddress,SmtpClientAuthenticationDisabled", "user%d@contoso.example,True"::formatted),
        OWNERS("account,ownerEmail", "user%d@contoso.example,it@contoso.example"::formatted),
        CLIENTS(
                "source,externalId,kind,name,account",
                n -> "servicenow,CI%d,device,Printer,user%d@contoso.example".formatted(n, n));

        private final String header;
        private final IntFunction<String> row;

        Evidence(String header, IntFunction<String> row) {
            this.header = header;
            this.row = row;
        }

        String file() {
            return header + "\n" + IntStream.range(0, MANY).mapToObj(row).collect(Collectors.joining("\n"));
        }
    }

    /** Once for all: what is added here are a few more. */
    private static @Nullable UUID loaded;

    @Inject
    Jdbi jdbi;

    @Inject
    TenantStatistics statistics;

    private final List<String> plans = new CopyOnWriteArrayList<>();

    @BeforeEach
    void explainEachStep() {
        jdbi.setSqlLogger(new Steps((context, asked) -> {
            var sql = SCOPE.matcher(asked).replaceFirst("");
            if (EXPLAINED.matcher(sql).matches()) {
                plans.add(explained(context, sql));
            }
        }));
    }

    /** What cannot be explained with its parameters written out has an array of a type that only its parameters say. */
    private static String explained(StatementContext context, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("savepoint unexplained");
            try (var rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            } catch (SQLException e) {
                if (!e.getSQLState().equals(AMBIGUOUS_FUNCTION)) {
                    throw e;
                }
                statement.execute("rollback to savepoint unexplained");
            }
        }
        return sql + "\n" + String.join("\n", lines);
    }

    @AfterEach
    void explainNoMore() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private static UUID large() {
        if (loaded == null) {
            loaded = Database.load(new SampleInventory(52, 1, 10_000, 10_000), 1);
        }
        return loaded;
    }

    @ParameterizedTest
    @EnumSource
    void no_step_joins_anew_for_each_row(Evidence evidence) {
        var tenant = Api.tenant();
        Api.imported(tenant, Evidence.SIGN_INS.file());

        var done = Api.imported(tenant, evidence.file());

        assertThat(done.path("status").asText()).isEqualTo("succeeded");
        assertThat(plans)
                .hasSizeGreaterThan(10)
                .allSatisfy(plan -> assertThat(joinsOfSubPlans(plan)).as(plan).isEmpty());
    }

    /** A sub-plan that is hashed runs once; another once for each row. */
    private static List<String> joinsOfSubPlans(String plan) {
        var joins = new ArrayList<String>();
        var within = -1;
        for (var line : plan.lines().toList()) {
            var indent = line.length() - line.stripLeading().length();
            var subPlan = SUB_PLAN.matcher(line);
            if (subPlan.matches() && !plan.contains("hashed " + subPlan.group(2))) {
                within = indent;
            } else if (indent <= within) {
                within = -1;
            }
            if (within >= 0 && JOIN.matcher(line).matches()) {
                joins.add(line);
            }
        }
        return joins;
    }

    @Test
    void an_upsert_looks_up_what_it_needs() {
        var tenant = large();
        plans.clear();

        var answer = Api.as(Tokens.everything()).body("""
                        {"items": [{"tenantId": "%s", "source": "servicenow", "externalId": "CI1", "kind": "device", "name": "Printer",
                                    "account": "printer@contoso.example"}]}""".formatted(tenant)).post("/v1/clients:upsert");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(plans)
                .hasSizeGreaterThan(10)
                .allSatisfy(plan -> assertThat(wholeReads(plan)).as(plan).isEmpty());
    }

    @Test
    void a_large_tenant_is_known_for_one() {
        assertThat(expectsClients(large())).isTrue();
        assertThat(expectsClients(Api.tenant())).isFalse();
    }

    private boolean expectsClients(UUID tenant) {
        return inTransaction(_ -> statistics.expectsClients(tenant, 5000));
    }

    @Test
    void what_has_been_merged_of_a_list_is_not_read_again() {
        var size = inTransaction(handle -> {
            var tables = List.of("merged_before (n integer, text text)");
            SessionTables.empty(jdbi, tables);
            handle.execute("insert into merged_before select n, repeat('x', 100) from generate_series(1, 1000) n");
            SessionTables.empty(jdbi, tables);
            return handle.createQuery("select pg_relation_size('merged_before')")
                    .mapTo(Long.class)
                    .one();
        });

        assertThat(size).isZero();
    }

    private <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return Callers.as(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(work)));
    }

    private static List<String> wholeReads(String plan) {
        var lines = plan.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> WHOLE_TABLE.matcher(lines.get(i)).matches()
                        || i + 1 < lines.size()
                                && SCAN.matcher(lines.get(i)).matches()
                                && ALL_OF_TENANT.matcher(lines.get(i + 1)).matches())
                .mapToObj(lines::get)
                .toList();
    }
}
