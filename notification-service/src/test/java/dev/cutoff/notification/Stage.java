package dev.cutoff.notification;

import static io.restassured.RestAssured.given;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A clean service in a clean world, and what tests do with it. */
public final class Stage {

    private static final String TABLES =
            "tenant, plan_request, cutoff, client, reminder, notice, delivery, dispatch, policy, finding, owner,"
                    + " told_line, staged_client, staged_use, staged_owner, gather_request, change, followed_feed, branding, recipient, bounce,"
                    + " answer, link, fresh_link, readiness_week, vacancy";

    private final World world;
    private final GreenMail mail;

    public Stage(World world, GreenMail mail) {
        this.world = world;
        this.mail = mail;
        // What the last test left under way comes to its end first.
        clock("2022-01-01T00:00:00Z");
        world.reset();
        sql("truncate " + TABLES);
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves the clock; returns when all that fell due by then is done. */
    public Stage at(String instant) {
        clock(instant).then().statusCode(200);
        return this;
    }

    public Response clock(String instant) {
        return given().contentType("application/json")
                .body("{\"now\": \"%s\"}".formatted(instant))
                .put("/local/clock");
    }

    /** Lets the mail about these tenants out; all at once, so that who has several gets one. */
    public Stage released(UUID... tenants) {
        Arrays.stream(tenants).forEach(tenant -> dispatch("/v1/dispatch/" + tenant, "released"));
        return dispatch("/v1/dispatch", "released");
    }

    /** The same past the API, because a release by it sends at once, to the mail server of the service. */
    public Stage releasedByHand(UUID... tenants) {
        Stream.concat(Arrays.stream(tenants), Stream.of(new UUID(0, 0))).forEach(tenant -> sql("""
                        insert into dispatch values ('%s', 1, 'released', now(), 'test')
                        on conflict (tenant_id) do update set state = 'released'""".formatted(tenant)));
        sql("insert into gather_request select distinct person from reminder");
        return this;
    }

    public Stage dispatch(String path, String state) {
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"state\": \"%s\"}".formatted(state))
                .put(path)
                .then()
                .statusCode(200);
        return this;
    }

    public String get(String path) {
        return get(path, Tokens.everything());
    }

    public String get(String path, String token) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public int status(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }

    /** What somebody was told, a line for each item: {@code day status protocol anchor anchorDay rung reason}. */
    public List<String> told(String recipient) {
        var items = new ArrayList<String>();
        var notices = new JsonPath(get("/v1/notices?limit=500&recipient=" + recipient));
        notices.<Map<String, Object>>getList("items").forEach(notice -> {
            @SuppressWarnings("unchecked")
            var told = (List<Map<String, Object>>) notice.get("items");
            told.forEach(item -> items.add("%s %s %s %s %s %s %s"
                    .formatted(
                            notice.get("day"),
                            notice.get("status"),
                            item.get("protocol"),
                            item.get("anchor"),
                            item.get("anchorDay"),
                            item.get("rung"),
                            item.get("reason"))));
        });
        return items;
    }

    /** The text of the first notice of somebody. */
    public String preview(String recipient) {
        return preview(recipient, 0);
    }

    /** @param nth from 0 */
    public String preview(String recipient, int nth) {
        var id = new JsonPath(get("/v1/notices?recipient=" + recipient)).getString("items[%d].id".formatted(nth));
        return given().auth()
                .oauth2(Tokens.everything())
                .accept("text/plain")
                .get("/v1/notices/" + id + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The mails that have arrived, in the order of their recipients and days. */
    public List<MimeMessage> mails() {
        var mails = new ArrayList<>(Arrays.asList(mail.getReceivedMessages()));
        mails.sort(Comparator.comparing(Stage::recipient));
        return mails;
    }

    public List<String> recipients() {
        return mails().stream().map(Stage::recipient).toList();
    }

    public static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String source(MimeMessage mail) {
        var bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As the administrator of the database, past row-level security. */
    public void sql(String statement) {
        try (var connection = admin();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> rows(String query) {
        try (var connection = admin();
                var prepared = connection.createStatement();
                var rows = prepared.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the administrator of the database, past row-level security. */
    public static Connection admin() throws SQLException {
        return DriverManager.getConnection(ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class));
    }

    /**
     * Does something that has to wait for what another transaction holds, which takes more and commits once it waits.
     *
     * @param holds the first statement of the other
     * @param takes its second
     */
    public <T> T whileOther(String holds, String takes, Callable<T> waiting) throws Exception {
        try (var other = admin();
                var statement = other.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute(holds);
            var done = threads.submit(waiting);
            Awaitility.await()
                    .until(() ->
                            !rows("select '' from pg_locks where not granted").isEmpty());
            statement.execute(takes);
            other.commit();
            return done.get();
        }
    }

    public World world() {
        return world;
    }
}
