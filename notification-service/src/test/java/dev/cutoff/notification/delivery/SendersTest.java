package dev.cutoff.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.Leftovers;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.failpoint.Failpoint;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.notice.Selection;
import dev.cutoff.notification.plan.Planning;
import dev.cutoff.notification.transport.Quickly;
import dev.cutoff.notification.transport.ScriptedSmtp;
import dev.cutoff.notification.transport.Ways;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What senders do with many notices: in which order, on which way, how fast, and when the database is away. */
@NotificationTest
class SendersTest {

    private static final String DAY = "2022-09-16T13:00:00Z";

    private final UUID contoso = UUID.fromString("11111111-0000-4000-8000-000000000001");
    private final UUID fabrikam = UUID.fromString("22222222-0000-4000-8000-000000000002");
    private final ScriptedSmtp smtp = new ScriptedSmtp();

    World world;
    GreenMail mail;
    private Stage stage;

    @Inject
    Attempts attempts;

    @Inject
    GroupCommit notes;

    @Inject
    Composer composer;

    @Inject
    Planning planning;

    @Inject
    Gathering gathering;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void two_tenants_are_known() {
        stage = new Stage(world, mail);
        stage.sql("truncate transport_budget");
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.tenant(tenant, Facts.tenant(tenant.equals(contoso) ? "Contoso" : "Fabrikam", "UTC"));
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
    }

    @AfterEach
    void stop() {
        smtp.close();
    }

    @Test
    void a_large_tenant_that_is_more_urgent_does_not_keep_a_small_one_waiting() {
        people(contoso, 20);
        people(fabrikam, 3);
        due();
        stage.sql("update notice set nearest = '2022-09-20' where person like '%contoso%'");

        sender(Map.of("cutoff.transports.default.parallel", "1")).settle();

        assertThat(recipients()).hasSize(23);
        // Four at a time, and every other handful goes round the tenants: the small one is through by the fifth.
        assertThat(recipients().stream().limit(20))
                .filteredOn(person -> person.contains("fabrikam"))
                .hasSize(3);
        assertThat(recipients().stream().limit(4)).allMatch(person -> person.contains("contoso"));
    }

    @Test
    void who_claims_does_not_read_all_that_wait() {
        people(contoso, 100);
        due();
        // Statistics are mostly made when nothing waits.
        stage.sql("update notice set state = 'held'");
        stage.sql("analyze notice");
        stage.sql("update notice set state = 'planned'");

        assertThat(readInOrder(() -> attempts.turn(two(null), null))).isBetween(1L, 60L);
        assertThat(readInOrder(() -> attempts.begin(Ways.to(smtp.url()), two(null))))
                .as("by urgency")
                .isBetween(1L, 60L);
        assertThat(readInOrder(() -> attempts.begin(Ways.to(smtp.url()), two(contoso))))
                .as("in turn")
                .isBetween(1L, 60L);
    }

    private static Selection two(@Nullable UUID turn) {
        return new Selection(2, true, Set.of(), List.of(), turn);
    }

    /** How many entries of the indexes of the two orders a step has read, what has left since included. */
    private long readInOrder(Supplier<?> step) {
        return system(() -> QuarkusTransaction.requiringNew().call(() -> {
            var before = readInOrder();
            step.get();
            return readInOrder() - before;
        }));
    }

    private long readInOrder() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index
                        where indexrelid::regclass::text in ('notice_urgency', 'notice_turn')""").mapTo(Long.class).one());
    }

    @Test
    void mail_about_a_tenant_alone_leaves_on_its_own_way() {
        people(contoso, 2);
        people(fabrikam, 2);
        var both = "shared@msp.example";
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.usage(tenant, "imap", "basic", world.client(tenant, UUID.randomUUID(), Facts.client("Shared", both)));
        }
        due();

        try (var special = new ScriptedSmtp()) {
            sender(Map.of(
                            "cutoff.transports.contoso.url", special.url(),
                            "cutoff.transports.contoso.rate-per-minute", "0",
                            "cutoff.transports.contoso.tenants", contoso.toString()))
                    .settle();

            assertThat(recipients(special)).hasSize(2).allMatch(person -> person.contains("contoso"));
            assertThat(recipients()).hasSize(3).contains(both).noneMatch(person -> person.contains("contoso"));
        }
        assertThat(stage.rows("select distinct transport from delivery order by 1"))
                .containsExactly("contoso", "default");
    }

    @Test
    void a_server_that_is_away_keeps_no_other_way_back() {
        people(contoso, 1);
        people(fabrikam, 1);
        due();

        sender(Map.of(
                        "cutoff.transports.contoso.url",
                        "smtp://localhost:1",
                        "cutoff.transports.contoso.tenants",
                        contoso.toString()))
                .settle();

        assertThat(recipients()).containsExactly("owner0@fabrikam.example");
        assertThat(stage.rows("select state from notice where person like '%contoso%'"))
                .containsExactly("retry");
    }

    @Test
    void no_more_leave_in_a_minute_than_the_server_lets_through() {
        people(contoso, 5);
        due();
        var sender = sender(Map.of("cutoff.transports.default.rate-per-minute", "30"));

        sender.settle();
        sender.settle();
        assertThat(recipients()).as("one, and the next in two seconds").hasSize(1);

        stage.sql("update transport_budget set next_at = next_at - interval '2 seconds'");
        sender.settle();
        assertThat(recipients()).hasSize(2);
        stage.sql("update transport_budget set next_at = next_at - interval '1 hour'");
        sender.settle();
        assertThat(recipients()).as("a pause saves nothing up").hasSize(3);
    }

    @Test
    void no_more_leave_in_a_day_whoever_sends_them() {
        people(contoso, 5);
        due();
        var settings = Map.of("cutoff.transports.default.daily-recipients", "3");

        sender(settings).settle();
        sender(settings).settle();

        assertThat(recipients()).hasSize(3);
        assertThat(stage.rows("select count(*)::text from notice where state = 'planned'"))
                .containsExactly("2");

        stage.sql("update delivery set started_at = started_at - interval '24 hours'");
        stage.sql("update transport_budget set counted_at = counted_at - interval '1 minute'");
        sender(settings).settle();
        assertThat(recipients()).hasSize(5);
    }

    @Test
    void what_the_server_has_taken_is_noted_as_soon_as_the_database_can_be_written_again() {
        people(contoso, 3);
        due();
        smtp.witness(command -> {
            if (command.equals(".")) {
                stage.sql("alter table delivery rename to delivery_away");
                smtp.witness(later -> {});
            }
        });

        var sending = Thread.ofVirtual()
                .start(() -> sender(Map.of("cutoff.transports.default.parallel", "1"))
                        .settle());
        Awaitility.await().until(() -> !smtp.mails().isEmpty());
        stage.sql("alter table delivery_away rename to delivery");
        join(sending);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stage.rows("select distinct state from notice"))
                        .containsExactly("sent"));
        assertThat(stage.rows("select sum(resends)::text from notice")).containsExactly("0");
        assertThat(recipients()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void what_may_have_arrived_goes_out_again_as_it_was_whatever_comes_between() {
        people(contoso, 1);
        due();
        smtp.on(".", ScriptedSmtp.DROP)
                .on("MAIL", "250 ok")
                .on("MAIL", "451 later")
                .on("RCPT", "250 ok");
        sender(Map.of()).settle();
        assertThat(state()).isEqualTo("uncertain");

        itsTimeHasCome();
        sender(Map.of()).settle();
        assertThat(state()).as("put off, and still possibly there").isEqualTo("uncertain");
        claim();
        stage.sql("update notice set lease_until = now() - interval '1 second'");
        system(attempts::recover);
        assertThat(state()).as("its sender was killed before the end").isEqualTo("uncertain");
        stage.sql("update notice set next_attempt_at = now() + interval '1 hour'");
        stage.at("2022-09-24T13:00:00Z");

        itsTimeHasCome();
        sender(Map.of()).settle();

        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.mails().getFirst()).isEqualTo(smtp.mails().getLast());
        assertThat(stage.rows("select resends::text from notice where day = '2022-09-16'"))
                .as("only what has gone out counts")
                .containsExactly("1");
        assertThat(stage.rows("select state from notice where day = '2022-09-16'"))
                .containsExactly("sent");
    }

    @Test
    void a_sender_that_stops_gives_back_what_it_has_not_begun() {
        people(contoso, 3);
        due();
        var sending = new Sending[1];
        smtp.witness(command -> {
            if (command.equals("DATA")) {
                Thread.ofVirtual().start(() -> sending[0].stop(null));
                pause();
            }
        });

        sending[0] = sender(Map.of("cutoff.transports.default.parallel", "1"));
        sending[0].settle();

        assertThat(recipients()).hasSize(1);
        assertThat(stage.rows("select state from notice order by state")).containsExactly("retry", "retry", "sent");
        assertThat(stage.rows("select (next_attempt_at <= now())::text from notice where state = 'retry'"))
                .containsOnly("true");
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER_CLAIM_COMMIT, 0, 5", "AFTER_MAIL, 0, 5", "AFTER_354, 0, 5",
        "AFTER_PRE_DOT_COMMIT, 1, 5", "AFTER_DOT, 1, 6", "AFTER_250, 1, 6"
    })
    void a_sender_that_ends_at_any_point_loses_nothing_and_repeats_only_what_is_counted(
            Failpoint point, int resends, int mails) {
        people(contoso, 5);
        due();
        var ending = new Failpoints(Optional.of(point), 2, () -> {
            throw new Killed();
        });

        assertThatThrownBy(() -> sender(Map.of("cutoff.transports.default.parallel", "1"), ending)
                        .settle())
                .hasRootCauseInstanceOf(Killed.class);
        assertThat(stage.rows("select count(*)::text from notice where state = 'sending'"))
                .isNotEqualTo(List.of("0"));
        stage.sql("update notice set lease_until = now() - interval '1 second' where state = 'sending'");
        sender(Map.of()).settle();
        itsTimeHasCome();
        sender(Map.of()).settle();

        assertThat(stage.rows("select distinct state from notice")).containsExactly("sent");
        assertThat(stage.rows("select sum(resends)::text from notice")).containsExactly(String.valueOf(resends));
        assertThat(smtp.mails()).hasSize(mails);
        assertThat(smtp.mails().stream().map(String::new).distinct()).hasSize(5);
    }

    /** As sudden as a kill, as far as one thread goes. */
    private static final class Killed extends Error {}

    private void people(UUID tenant, int count) {
        var domain = tenant.equals(contoso) ? "contoso" : "fabrikam";
        for (var i = 0; i < count; i++) {
            var client = world.client(
                    tenant, UUID.randomUUID(), Facts.client("Printer " + i, "owner" + i + "@" + domain + ".example"));
            world.usage(tenant, "imap", "basic", client);
        }
    }

    private void due() {
        stage.at(DAY).releasedByHand(contoso, fabrikam);
        planning.planNow();
    }

    private Sending sender(Map<String, String> settings) {
        return sender(settings, Ways.NO_FAILPOINTS);
    }

    private Sending sender(Map<String, String> settings, Failpoints failpoints) {
        var all = new HashMap<>(Map.of(
                "cutoff.smtp.url", smtp.url(),
                "cutoff.transports.default.rate-per-minute", "0",
                "cutoff.transports.default.daily-recipients", "0"));
        all.putAll(settings);
        return new Sending(
                attempts,
                notes,
                composer,
                planning,
                gathering,
                Quickly.SETTINGS,
                Ways.of(all, failpoints),
                failpoints,
                new Leftovers(Duration.ZERO));
    }

    private void claim() {
        itsTimeHasCome();
        assertThat(system(() -> attempts.begin(Ways.to(smtp.url()), new Selection(1, true, Set.of(), List.of(), null))))
                .hasSize(1);
    }

    private void itsTimeHasCome() {
        stage.sql("update notice set next_attempt_at = now()");
    }

    private String state() {
        return stage.rows("select state from notice").getFirst();
    }

    private List<String> recipients() {
        return recipients(smtp);
    }

    private static List<String> recipients(ScriptedSmtp server) {
        return server.commands().stream()
                .filter(command -> command.startsWith("RCPT"))
                .map(command -> command.replaceFirst(".*<(.*)>.*", "$1"))
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T system(Supplier<T> work) {
        return Callers.as(Caller.system("test"), work);
    }
}
