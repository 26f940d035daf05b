package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayTest {

    private static final byte[] MAIL =
            "Subject: x\r\n\r\n.a line with a dot\r\nthe last\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final BooleanSupplier YES = () -> true;

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @AfterEach
    void stop() {
        smtp.close();
    }

    @Test
    void a_mail_is_handed_over_to_the_byte() {
        try (var relay = relay()) {
            assertThat(send(relay, YES)).isEqualTo(new Result(Outcome.ACCEPTED, Phase.DOT, 250, "250 queued"));
        }

        assertThat(smtp.mails()).containsExactly(MAIL);
        assertThat(smtp.commands()).contains("MAIL FROM:<cutoff@cutoff.example>", "RCPT TO:<nao@contoso.example>");
    }

    @Test
    void a_server_that_reports_failures_is_asked_to_and_told_what_to_name_the_mail_by() {
        smtp.on("EHLO", "250-scripted\r\n250 DSN");

        try (var relay = relay()) {
            relay.send("cutoff@cutoff.example", "nao+x=y@contoso.example", "an-envelope", MAIL, YES);
        }

        assertThat(smtp.commands())
                .contains(
                        "MAIL FROM:<cutoff@cutoff.example> RET=HDRS ENVID=an-envelope",
                        "RCPT TO:<nao+x=y@contoso.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;nao+2Bx+3Dy@contoso.example");
    }

    @Test
    void a_connection_serves_several_mails_with_one_recipient_each() {
        try (var relay = relay()) {
            send(relay, YES);
            send(relay, YES);
        }

        assertThat(smtp.mails()).hasSize(2);
        assertThat(smtp.commands())
                .filteredOn(command -> command.startsWith("EHLO"))
                .hasSize(1);
        assertThat(smtp.commands())
                .filteredOn(command -> command.startsWith("RCPT"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MAIL, 451 later,             POSTPONED,  MAIL, 451
            RCPT, 450 mailbox busy,      POSTPONED,  RCPT, 450
            DATA, 452 no space,          POSTPONED,  DATA, 452
            .,    451 later,             POSTPONED,  DOT,  451
            RCPT, 421 shutting down,     POSTPONED,  RCPT, 421
            RCPT, 550 no such user,      REFUSED,    RCPT, 550
            DATA, 554 no,                REFUSED,    DATA, 554
            .,    554 looks like spam,   REFUSED,    DOT,  554
            MAIL, 530 log in first,      POSTPONED,  MAIL, 530
            MAIL, DROP,                  BROKEN_OFF, MAIL,
            RCPT, DROP,                  BROKEN_OFF, RCPT,
            DATA, DROP,                  BROKEN_OFF, DATA,
            .,    DROP,                  UNANSWERED, DOT,
            .,    354 what?,             UNANSWERED, DOT,
            .,    gibberish,             UNANSWERED, DOT,
            CONNECT, DROP,               BROKEN_OFF, CONNECT,
            CONNECT, 554 no service,     BROKEN_OFF, CONNECT,
            """)
    void each_end_is_told_from_the_others(String command, String reply, Outcome outcome, Phase phase, Integer code) {
        smtp.on(command, reply);

        try (var relay = relay()) {
            var result = send(relay, YES);

            assertThat(result.outcome()).isEqualTo(outcome);
            assertThat(result.phase()).isEqualTo(phase);
            assertThat(result.code()).isEqualTo(code);
        }
    }

    @Test
    void after_a_failure_the_next_mail_goes_out_over_a_fresh_connection() {
        smtp.on("RCPT", "550 no such user").on("MAIL", "250 ok").on("MAIL", "250 ok");

        try (var relay = relay()) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void a_mail_that_may_not_end_is_not_ended() {
        try (var relay = relay()) {
            assertThat(send(relay, () -> false)).isEqualTo(new Result(Outcome.STOPPED, Phase.DATA, null, null));
        }

        assertThat(smtp.mails()).isEmpty();
        assertThat(smtp.commands()).doesNotContain(".");
    }

    @Test
    void a_server_that_does_not_answer_the_end_leaves_us_uncertain() {
        smtp.witness(command -> {
            if (command.equals(".")) {
                sleepLongerThanWeWait();
            }
        });

        try (var relay = relay()) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.UNANSWERED);
        }
    }

    @Test
    void nobody_there_is_no_fault_of_the_mail() {
        smtp.close();

        try (var relay = relay()) {
            assertThat(send(relay, YES)).isEqualTo(new Result(Outcome.BROKEN_OFF, Phase.CONNECT, null, null));
        }
    }

    @Test
    void a_login_is_used_where_there_is_one_and_a_wrong_one_is_tried_again_later() {
        var mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.setUser("relay@contoso.example", "relay", "s3cret");
        mail.getUserManager().setAuthRequired(true);
        mail.start();
        try {
            var address = "@localhost:" + mail.getSmtp().getPort();
            try (var relay = Ways.relay(Ways.to("smtp://relay:s3cret" + address))) {
                assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
            try (var relay = Ways.relay(Ways.to("smtp://relay:wrong" + address))) {
                var result = send(relay, YES);
                assertThat(result.outcome()).isEqualTo(Outcome.POSTPONED);
                assertThat(result.phase()).isEqualTo(Phase.CONNECT);
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    void nothing_is_sent_in_the_clear_where_that_is_required() {
        try (var relay = Ways.relay(Ways.to(smtp.url() + "?starttls=required"))) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.BROKEN_OFF);
        }

        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_connection_is_secured_before_anything_is_sent() {
        var identity = Identity.make();
        try (var secure = new ScriptedSmtp(identity.server())) {
            identity.trusting(() -> {
                try (var relay = Ways.relay(Ways.to(secure.url() + "?starttls=required"))) {
                    assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
                }
                try (var relay = Ways.relay(Ways.to(secure.url()))) {
                    assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
                }
            });
            assertThat(secure.commands())
                    .filteredOn(command -> command.equals("STARTTLS"))
                    .as("also where it is optional")
                    .hasSize(2);

            try (var relay = Ways.relay(Ways.to(secure.url() + "?starttls=none"))) {
                assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
            assertThat(secure.commands())
                    .filteredOn(command -> command.equals("STARTTLS"))
                    .hasSize(2);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_no_security() {
        try (var secure = new ScriptedSmtp(Identity.make().server());
                var relay = Ways.relay(Ways.to(secure.url() + "?starttls=required"))) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.BROKEN_OFF);
            assertThat(secure.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PASSWORD, LOGIN PLAIN, AUTH PLAIN
            PASSWORD, LOGIN,       AUTH LOGIN
            PLAIN,    LOGIN PLAIN, AUTH PLAIN
            LOGIN,    LOGIN PLAIN, AUTH LOGIN
            XOAUTH2,  LOGIN PLAIN XOAUTH2, AUTH XOAUTH2
            """)
    void a_server_is_told_who_we_are_in_the_way_that_is_configured(Auth auth, String offered, String command) {
        smtp.on("EHLO", "250-scripted\r\n250 AUTH " + offered).on("EHLO", "250-scripted\r\n250 AUTH " + offered);
        smtp.on("AUTH", "235 welcome");
        var login = auth == Auth.XOAUTH2
                ? new Login.Token("cutoff@contoso.example", tokens("a-token"))
                : new Login.Password(auth, "relay", "s3cret");

        try (var relay = relay(login)) {
            send(relay, YES);
        }

        assertThat(smtp.commands()).anyMatch(line -> line.startsWith(command));
    }

    @Test
    void a_token_goes_with_the_mailbox_and_is_asked_for_once() {
        offersTokens(2);
        var tokens = tokens("first", "second");

        for (var connection = 0; connection < 2; connection++) {
            try (var relay = relay(new Login.Token("cutoff@contoso.example", tokens))) {
                assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
        }

        assertThat(logins()).containsExactly("cutoff@contoso.example first", "cutoff@contoso.example first");
    }

    @Test
    void an_old_token_that_is_refused_is_renewed_once() {
        offersTokens(3);
        var login = new Login.Token("cutoff@contoso.example", tokens("first", "second", "third"));
        try (var relay = relay(login)) {
            send(relay, YES);
        }
        smtp.on("AUTH", "535 5.7.3 expired");

        try (var relay = relay(login)) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.ACCEPTED);
        }

        assertThat(logins())
                .containsExactly(
                        "cutoff@contoso.example first",
                        "cutoff@contoso.example first",
                        "cutoff@contoso.example second");
    }

    @Test
    void a_fresh_token_that_is_refused_is_not_renewed_for_ever() {
        offersTokens(1);
        smtp.on("AUTH", "535 5.7.3 no");

        try (var relay = relay(new Login.Token("cutoff@contoso.example", tokens("first", "second")))) {
            var result = send(relay, YES);

            assertThat(result.outcome()).isEqualTo(Outcome.POSTPONED);
            assertThat(result.phase()).isEqualTo(Phase.CONNECT);
        }

        assertThat(logins()).hasSize(1);
    }

    @Test
    void without_a_token_the_mail_waits() {
        var tokens = new AccessTokens(
                () -> {
                    throw new IllegalStateException("no issuer");
                },
                InstantSource.system());

        try (var relay = relay(new Login.Token("cutoff@contoso.example", tokens))) {
            assertThat(send(relay, YES).outcome()).isEqualTo(Outcome.POSTPONED);
        }

        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    private void offersTokens(int connections) {
        for (var connection = 0; connection < connections; connection++) {
            smtp.on("EHLO", "250-scripted\r\n250 AUTH XOAUTH2");
        }
    }

    /** Who logged in with which token. */
    private List<String> logins() {
        return smtp.commands().stream()
                .filter(command -> command.startsWith("AUTH XOAUTH2 "))
                .map(command ->
                        new String(Base64.getDecoder().decode(command.substring(13)), StandardCharsets.US_ASCII))
                .map(said -> said.replaceFirst("user=(.*)\u0001auth=Bearer (.*)\u0001\u0001", "$1 $2"))
                .toList();
    }

    private static AccessTokens tokens(String... values) {
        return AccessTokensTest.of(InstantSource.system(), Duration.ofHours(1), values);
    }

    private Relay relay(Login login) {
        return Ways.relay(Ways.to(SmtpServer.of("cutoff.smtp.url", smtp.url()), login));
    }

    private Relay relay() {
        return Ways.relay(Ways.to(smtp.url()));
    }

    private static Result send(Relay relay, BooleanSupplier mayFinish) {
        return relay.send("cutoff@cutoff.example", "nao@contoso.example", "an-envelope", MAIL, mayFinish);
    }

    private static void sleepLongerThanWeWait() {
        try {
            Thread.sleep(Quickly.SETTINGS.replyTimeout().plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
