package dev.cutoff.notification.delivery;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.Leftovers;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.notice.Ending;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.notice.Selection;
import dev.cutoff.notification.plan.Planning;
import dev.cutoff.notification.transport.Quickly;
import dev.cutoff.notification.transport.ScriptedSmtp;
import dev.cutoff.notification.transport.Ways;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a notice when something goes wrong, at each point where it can. */
@NotificationTest
class SendingTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String OWNER = "nao@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
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
    MeterRegistry metrics;

    /** Released by hand, so that nothing leaves before the test lets it: only this test's senders send. */
    @BeforeEach
    void a_notice_may_leave() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.client(contoso, printer, Facts.client("Printer", OWNER));
        world.usage(contoso, "imap", "basic", printer);
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        stage.at(DAY);
        release();
    }

    @AfterEach
    void stop() {
        smtp.close();
    }

    @Test
    void what_is_put_off_is_tried_again_later_with_the_same_bytes() {
        smtp.on(".", "451 try later");

        sender().settle();

        assertThat(state()).isEqualTo("retry");
        assertThatJson(notice())
                .inPath("deliveries[0]")
                .isObject()
                .containsEntry("outcome", "postponed")
                .containsEntry("smtpCode", 451);
        assertThat(stage.rows("select (next_attempt_at > now() + interval '50 seconds')::text from notice"))
                .containsExactly("true");
        sender().settle();
        assertThat(smtp.mails()).as("not before its time").hasSize(1);

        itsTimeHasCome();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.mails().getFirst()).isEqualTo(smtp.mails().getLast());
        assertThatJson(notice()).inPath("attempts").isEqualTo(2);
        assertThatJson(notice()).inPath("resends").isEqualTo(0);
    }

    @Test
    void what_is_refused_has_failed_visibly_and_is_not_tried_again() {
        smtp.on("RCPT", "550 5.1.1 no such user");

        sender().settle();
        itsTimeHasCome();
        sender().settle();

        assertThat(stage.told(OWNER)).containsExactly("2022-09-16 failed imap cutoff 2022-10-01 14 rung-due");
        assertThatJson(notice()).inPath("deliveries").isArray().hasSize(1);
        assertThatJson(notice()).inPath("deliveries[0].reply").isEqualTo("550 5.1.1 no such user");
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void a_recipient_who_is_refused_is_unreachable_and_the_notice_says_why() {
        smtp.on("RCPT", "550 5.1.1 no such user");

        sender().settle();

        assertThatJson(stage.get("/v1/recipients"))
                .inPath("items[0]")
                .isObject()
                .containsEntry("recipient", OWNER)
                .containsEntry("state", "unreachable")
                .containsEntry("reason", "hard-bounce");
        assertThatJson(notice()).inPath("bounce").isEqualTo("""
                {"noticeId": "${json-unit.any-string}", "kind": "hard", "source": "reply", "status": "5.1.1",
                 "diagnostic": "550 5.1.1 no such user", "at": "2022-09-16T13:00:00Z"}""");
    }

    @Test
    void a_server_that_refuses_us_makes_nobody_unreachable() {
        smtp.on("RCPT", "550 5.7.1 relaying denied");

        sender().settle();

        assertThat(state()).isEqualTo("failed");
        assertThatJson(stage.get("/v1/recipients")).inPath("items[*].state").isEqualTo("[\"reachable\"]");
    }

    @Test
    void a_connection_that_breaks_before_the_end_has_delivered_nothing() {
        smtp.on("RCPT", ScriptedSmtp.DROP);

        sender().settle();
        assertThat(state()).isEqualTo("retry");
        itsTimeHasCome();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_makes_it_uncertain_and_it_goes_out_once_more_to_the_byte() {
        smtp.on(".", ScriptedSmtp.DROP);
        var uncertain = count("cutoff.notices.uncertain");
        var resent = count("cutoff.notices.resent");

        sender().settle();

        assertThat(state()).isEqualTo("uncertain");
        assertThat(count("cutoff.notices.uncertain")).isEqualTo(uncertain + 1);
        stage.at("2022-09-16T14:00:00Z");
        assertThat(state()).as("planning does not touch what may have arrived").isEqualTo("uncertain");

        itsTimeHasCome();
        sender().settle();
        itsTimeHasCome();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.mails().getFirst()).isEqualTo(smtp.mails().getLast());
        assertThat(messageIds()).hasSize(1);
        assertThat(count("cutoff.notices.resent")).isEqualTo(resent + 1);
        assertThatJson(notice()).inPath("resends").isEqualTo(1);
        assertThatJson(notice()).inPath("deliveries[*].outcome").isEqualTo("[\"accepted\", \"unanswered\"]");
    }

    @Test
    void a_sender_that_dies_before_the_end_has_delivered_nothing() {
        system(() -> begin());
        assertThat(state()).isEqualTo("sending");

        itsLeaseHasEnded();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
        assertThatJson(notice()).inPath("resends").isEqualTo(0);
        assertThatJson(notice()).inPath("deliveries[*].outcome").isEqualTo("[\"accepted\", \"abandoned\"]");
    }

    @Test
    void who_takes_back_and_who_puts_off_late_never_wait_for_each_other() throws Exception {
        system(() -> begin());
        itsLeaseHasEnded();

        var recovered = stage.whileOther(
                "insert into gather_request (person) values ('%s')".formatted(OWNER),
                "update notice set state = 'retry' where state = 'sending'",
                () -> system(attempts::recover));

        assertThat(recovered).as("it was put off already").isZero();
    }

    @Test
    void a_sender_that_dies_about_to_send_the_end_leaves_it_uncertain() {
        var claim = system(() -> begin()).claim();
        assertThat(system(() -> attempts.note(List.of(claim), List.of()))).containsExactly(claim.id());

        itsLeaseHasEnded();
        system(attempts::recover);

        assertThat(state()).isEqualTo("uncertain");
        itsTimeHasCome();
        sender().settle();
        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
        assertThatJson(notice()).inPath("resends").isEqualTo(1);
    }

    @Test
    void a_sender_that_was_frozen_beyond_its_lease_does_not_send_the_end() {
        var frozen = system(() -> begin());
        itsLeaseHasEnded();
        sender().settle();
        assertThat(smtp.mails()).hasSize(1);

        try (var relay = Ways.relay(Ways.to(smtp.url()))) {
            var result = relay.send(
                    composer.sender(),
                    OWNER,
                    "an-envelope",
                    frozen.mime(),
                    () -> !system(() -> attempts.note(List.of(frozen.claim()), List.of()))
                            .isEmpty());
            assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
            system(() -> {
                attempts.ended(new Ending(frozen.claim(), result));
                return null;
            });
        }

        assertThat(smtp.mails()).hasSize(1);
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void an_answer_that_comes_late_is_believed_as_long_as_nobody_has_sent_again() {
        var late = system(() -> begin()).claim();
        system(() -> attempts.note(List.of(late), List.of()));
        itsLeaseHasEnded();
        system(attempts::recover);
        assertThat(state()).isEqualTo("uncertain");

        system(() -> {
            attempts.note(
                    List.of(), List.of(new Ending(late, new Result(Outcome.ACCEPTED, Phase.DOT, 250, "250 queued"))));
            return null;
        });
        itsTimeHasCome();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).as("nothing was sent again").isEmpty();
    }

    @Test
    void a_pause_in_the_last_moment_stops_the_mail() {
        smtp.witness(command -> {
            if (command.equals("DATA")) {
                stage.sql(
                        "insert into dispatch values ('%s', 9, 'paused', now(), 'test') on conflict (tenant_id) do update set state = 'paused'"
                                .formatted(contoso));
            }
        });

        sender().settle();

        assertThat(smtp.mails()).isEmpty();
        assertThatJson(notice()).inPath("deliveries[0].outcome").isEqualTo("stopped");
        stage.at("2022-09-16T14:00:00Z");
        assertThat(state()).isEqualTo("held");

        smtp.witness(command -> {});
        stage.sql("update dispatch set state = 'released'");
        stage.sql("insert into gather_request values ('%s')".formatted(OWNER));
        planning.planNow();
        itsTimeHasCome();
        sender().settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void while_nobody_answers_nothing_is_lost() {
        smtp.close();

        sender().settle();

        assertThat(state()).isEqualTo("retry");
        assertThatJson(notice())
                .inPath("deliveries[0]")
                .isObject()
                .containsEntry("phase", "connect")
                .containsEntry("outcome", "broken-off");
        try (var back = new ScriptedSmtp()) {
            itsTimeHasCome();
            sender(back).settle();
            assertThat(back.mails()).hasSize(1);
        }
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void what_could_not_be_sent_gives_way_to_the_nearer_rung() {
        smtp.on("MAIL", "451 try later");
        sender().settle();

        stage.at("2022-09-23T13:00:00Z");
        itsTimeHasCome();
        sender().settle();

        assertThat(stage.told(OWNER)).containsExactly("2022-09-23 sent imap cutoff 2022-10-01 7 rung-due");
        assertThat(smtp.mails()).isEmpty();
        assertThat(stage.recipients()).containsExactly(OWNER);
        assertThat(Stage.source(stage.mails().getFirst())).contains("Date: Fri, 23 Sep 2022");
    }

    @Test
    void any_number_of_senders_send_each_notice_once() throws Exception {
        for (var i = 0; i < 40; i++) {
            var client = world.client(
                    contoso, UUID.randomUUID(), Facts.client("Printer " + i, "owner" + i + "@contoso.example"));
            world.usage(contoso, "imap", "basic", client);
        }
        stage.sql("update dispatch set state = 'held'");
        stage.at(DAY);
        release();

        var senders =
                List.<Callable<Void>>of(settling(sender()), settling(sender()), settling(sender()), settling(sender()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(senders)) {
                sent.get();
            }
        }

        assertThat(smtp.mails()).hasSize(41);
        assertThat(messageIds()).hasSize(41);
        assertThat(stage.rows("select distinct state from notice")).containsExactly("sent");
    }

    @Test
    void a_simulated_day_waits_for_what_a_killed_sender_had_in_hand() {
        system(() -> begin());
        stage.sql("update notice set lease_until = now() + interval '1 second'");

        sender(smtp, Duration.ofSeconds(30)).settle();

        assertThat(state()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void a_simulated_day_does_not_wait_for_what_is_paused() {
        system(() -> begin());
        itsLeaseHasEnded();
        stage.sql("update dispatch set state = 'paused'");

        var began = System.nanoTime();
        sender(smtp, Duration.ofMinutes(10)).settle();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(5));
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void a_notice_that_cannot_be_written_fails_visibly() {
        stage.sql("update reminder set person = 'no address'");
        stage.sql("update notice set person = 'no address'");

        sender().settle();

        assertThat(stage.rows("select state from notice where person = 'no address'"))
                .containsExactly("failed");
        assertThat(smtp.mails()).isEmpty();
    }

    private static Callable<Void> settling(Sending sending) {
        return () -> {
            sending.settle();
            return null;
        };
    }

    private Sending sender() {
        return sender(smtp);
    }

    private Sending sender(ScriptedSmtp server) {
        return sender(server, Duration.ZERO);
    }

    private Sending sender(ScriptedSmtp server, Duration patience) {
        return new Sending(
                attempts,
                notes,
                composer,
                planning,
                gathering,
                Quickly.SETTINGS,
                Ways.onlyTo(server.url()),
                Ways.NO_FAILPOINTS,
                new Leftovers(patience));
    }

    private void release() {
        stage.releasedByHand(contoso);
        planning.planNow();
    }

    private void itsTimeHasCome() {
        stage.sql("update notice set next_attempt_at = now()");
    }

    private void itsLeaseHasEnded() {
        stage.sql("update notice set lease_until = now() - interval '1 second'");
    }

    private String state() {
        return stage.rows("select state from notice where person = '%s'".formatted(OWNER))
                .getFirst();
    }

    private String notice() {
        var id = stage.rows("select id::text from notice where person = '%s'".formatted(OWNER))
                .getFirst();
        return stage.get("/v1/notices/" + id);
    }

    private List<String> messageIds() {
        return smtp.mails().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(source -> source.replaceFirst("(?s).*Message-ID: (<[^>]+>).*", "$1"))
                .distinct()
                .toList();
    }

    private double count(String counter) {
        return metrics.counter(counter).count();
    }

    private Attempts.Attempt begin() {
        return attempts.begin(Ways.to(smtp.url()), new Selection(1, true, Set.of(), List.of(), null))
                .getFirst();
    }

    private static <T> T system(Supplier<T> work) {
        return Callers.as(Caller.system("test"), work);
    }
}
