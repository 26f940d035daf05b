package dev.cutoff.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.bounce.StatusReport.Action;
import dev.cutoff.notification.reach.BounceKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in mails that come back. */
class ReadingTest {

    private static final String ID = "<mfrggzdfmztwq2lk@cutoff.example>";
    private static final String ENVELOPE = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90";
    private static final String PERSON = "nao@contoso.example";

    @Test
    void a_report_of_postfix() {
        var report = report("postfix");

        assertThat(report.envelopeId()).isEqualTo(ENVELOPE);
        assertThat(report.messageIds()).containsExactly(ID);
        assertThat(report.at()).isEqualTo(Instant.parse("2022-09-16T13:05:02Z"));
        assertThat(report.recipients())
                .containsExactly(new StatusReport.Recipient(PERSON, Action.FAILED, "5.1.1", "unknown user: \"nao\""));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            postfix,         failed,  5.1.1,  HARD
            exchange-online, failed,  5.1.10, HARD
            exim-full,       failed,  5.2.2,  SOFT
            delayed,         delayed, 4.4.1,  SOFT
            forwarded,       failed,  5.1.1,  SOFT
            """)
    void each_says_what_became_of_which_mail(String name, String action, String status, BounceKind kind) {
        var report = report(name);

        assertThat(report.messageIds()).containsExactly(ID);
        assertThat(report.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.action().name()).isEqualToIgnoringCase(action);
            assertThat(recipient.status()).isEqualTo(status);
            assertThat(recipient.kindFor(PERSON)).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            out-of-office, AUTO_REPLY
            read-receipt,  READ_RECEIPT
            """)
    void what_is_no_report_is_ignored_and_says_why(String name, IgnoredReason why) {
        assertThat(Reading.of(Reports.of(name, ID, ENVELOPE))).isEqualTo(new Reading.Ignored(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-replied                      | AUTO_REPLY
            Auto-Submitted: no                                | NO_REPORT
            Precedence: bulk                                  | AUTO_REPLY
            X-Autoreply: yes                                  | AUTO_REPLY
            Subject: Automatic reply: Stops on 1 October 2022 | AUTO_REPLY
            Subject: Out of Office                            | AUTO_REPLY
            Subject: Re: Stops on 1 October 2022              | NO_REPORT
            Content-Type: multipart/report                    | NO_REPORT
            Content-Type: multipart/report; boundary=         | NO_REPORT
            Content-Type: nonsense                            | NO_REPORT
            """)
    void mails_of_people_and_machines_are_told_apart(String header, IgnoredReason why) {
        var mail = header + "\r\n\r\n550 5.1.1 no such user\r\n";

        assertThat(Reading.of(mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Reading.Ignored(why));
    }

    @Test
    void a_report_that_breaks_off_is_read_as_far_as_it_goes() {
        var whole = Reports.of("postfix", ID, ENVELOPE);
        var diagnosis = new String(whole, StandardCharsets.UTF_8)
                .indexOf("--4WzQ1B5ydvz2.1663333502/mail.contoso.example\r\nContent-Description: Undelivered");

        var report = (StatusReport) Reading.of(Arrays.copyOf(whole, diagnosis));

        assertThat(report.recipients()).hasSize(1);
        assertThat(report.messageIds()).isEmpty();
    }

    @Test
    void lists_of_many_recipients_are_cut() {
        var block = "\r\nFinal-Recipient: rfc822; x@contoso.example\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        var mail =
                "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                        + "Reporting-MTA: dns; x\r\n" + block.repeat(5000) + "--b--\r\n";

        assertThat(((StatusReport) Reading.of(mail.getBytes(StandardCharsets.UTF_8))).recipients())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--b\r\n", "--b\r\nContent-Type: multipart/report; boundary=b\r\n\r\n", "A: b\r\n", "\r\n", "A:"
            })
    void much_of_the_same_neither_fails_nor_fills_the_memory(String piece) {
        var head = "Content-Type: multipart/report; boundary=b\r\n\r\n";
        var mail = (head + piece.repeat(400_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.of(mail)).isInstanceOf(Reading.class);
        assertThat(MailPart.of(mail, "b")).hasSizeLessThanOrEqualTo(8);
    }

    /** Whatever is broken in it, it is read or ignored. */
    @ParameterizedTest
    @ValueSource(strings = {"postfix", "exchange-online", "exim-full", "out-of-office", "read-receipt"})
    void a_broken_mail_is_no_failure(String name) {
        var whole = Reports.of(name, ID, ENVELOPE);
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var broken = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (var hits = random.nextInt(20); hits > 0 && broken.length > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(Reading.of(broken)).as("seed %d", seed).isNotNull();
        }
    }

    private static StatusReport report(String name) {
        return (StatusReport) Reading.of(Reports.of(name, ID, ENVELOPE));
    }
}
