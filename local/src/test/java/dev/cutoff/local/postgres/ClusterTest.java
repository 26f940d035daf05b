package dev.cutoff.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL as it is started for a user: durable, with passwords, in a folder with a space in its name. */
class ClusterTest {

    private static final List<String> SERVICES = List.of("inventory", "timeline");

    @TempDir
    private static Path temp;

    private static Home home;
    private static Cluster cluster;
    private static Passwords passwords;
    private static Login login;
    private static int port;

    @BeforeAll
    static void makeCluster() throws IOException {
        home = new Home(temp.toRealPath().resolve("a home"));
        home.create();
        cluster = new Cluster(home);
        passwords = new Passwords(home);
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        login = Login.embedded(port, passwords.admin());
    }

    @BeforeEach
    void start() {
        if (cluster.process().isEmpty()) {
            cluster.start(port, passwords.admin());
        }
    }

    @AfterAll
    static void stop() {
        cluster.stop();
    }

    @Test
    void it_is_a_durable_postgresql_18_on_loopback() throws SQLException {
        assertThat(ask("show server_version")).startsWith("18.");
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Cluster.portOf(cluster.process().orElseThrow())).contains(port);
    }

    @Test
    void nobody_gets_in_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(login.url("postgres"), "postgres", "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void data_outlive_a_kill_and_a_process_that_got_the_number_of_the_killed_one() throws Exception {
        execute("create table kept as select 42 as answer");
        var postmaster = cluster.process().orElseThrow();

        postmaster.destroyForcibly();
        await().until(() -> cluster.process().isEmpty());
        // The number now belongs to somebody of the same user who lives: to this test.
        var file = home.data().resolve("postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);
        cluster.start(port, passwords.admin());

        assertThat(ask("select answer::text from kept")).isEqualTo("42");
        execute("drop table kept");
    }

    @Test
    void data_of_another_version_are_left_alone() throws IOException {
        var other = new Home(temp.resolve("other"));
        Files.createDirectories(other.data());
        Files.writeString(other.data().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> new Cluster(other).start(port, "x"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("are of PostgreSQL 17 and this is 18");
    }

    @Test
    void databases_are_made_with_the_roles_of_production_and_can_be_made_again() throws SQLException {
        var databases = new Databases(login, passwords);

        databases.create(World.OWN, SERVICES);
        databases.create(World.OWN, SERVICES);

        assertThat(ask("select string_agg(datname || ' of ' || pg_get_userbyid(datdba), ', ' order by datname)"
                        + " from pg_database where datname in ('inventory', 'timeline')"))
                .isEqualTo("inventory of inventory_owner, timeline of timeline_owner");
        assertThat(
                        ask(
                                "select string_agg(rolname, ', ' order by rolname) from pg_roles"
                                        + " where rolname like 'inventory%' and not rolsuper and not rolbypassrls and not rolcreaterole"))
                .isEqualTo("inventory_app, inventory_owner");
        try (var app =
                DriverManager.getConnection(login.url("inventory"), "inventory_app", passwords.of("inventory"))) {
            assertThatThrownBy(() -> app.createStatement().execute("create table mine ()"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_administrator_who_is_no_superuser_will_do() throws SQLException {
        execute("create role dba login createdb createrole password 'word'");
        var other = Login.of("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=dba&password=word");

        new Databases(other, passwords).create(World.DEMO, List.of("notification"));

        assertThat(ask("select pg_get_userbyid(datdba) from pg_database where datname = 'demo_notification'"))
                .isEqualTo("notification_owner");
    }

    @Test
    void the_demo_is_emptied_and_the_users_own_data_are_not() throws SQLException {
        var databases = new Databases(login, passwords);
        databases.create(World.OWN, SERVICES);
        databases.create(World.DEMO, SERVICES);

        try (var _ = login.connect("demo_inventory")) {
            databases.drop(World.DEMO, SERVICES);
        }

        assertThat(
                        ask(
                                "select string_agg(datname, ', ' order by datname) from pg_database where datname like '%inventory'"))
                .isEqualTo("inventory");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() {
        var nowhere = Login.of("jdbc:postgresql://127.0.0.1:1/postgres?user=admin&password=secret");

        assertThatThrownBy(() -> new Databases(nowhere, passwords).create(World.OWN, SERVICES))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageNotContaining("secret");
    }

    private static String ask(String sql) throws SQLException {
        try (var connection = login.connect("postgres");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = login.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
