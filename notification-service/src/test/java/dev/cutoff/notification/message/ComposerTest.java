package dev.cutoff.notification.message;

import static dev.cutoff.notification.message.Digests.CONTOSO;
import static dev.cutoff.notification.message.Digests.PRINTER;
import static dev.cutoff.notification.message.Digests.about;
import static dev.cutoff.notification.message.Digests.digest;
import static dev.cutoff.notification.message.Digests.tenant;
import static dev.cutoff.notification.message.Digests.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.branding.Branding;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Role;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NotificationTest
class ComposerTest {

    record Sender(String from, Optional<String> domain) implements MailConfig {}

    private static final Instant AT = Instant.parse("2022-09-16T00:00:00Z");

    private final Composer composer = new Composer(new Sender("Cutoff <cutoff@cutoff.example>", Optional.empty()));
    private final Digest digest = digest("2022-09-16", window(Role.OWNER, PRINTER));

    @Test
    void the_headers_say_who_to_whom_when_and_that_no_machine_should_answer() throws Exception {
        var message = parsed(composer.compose(digest, Digests.LINKS, AT).mime());

        assertThat(message.getHeader("From", null)).isEqualTo("Cutoff <cutoff@cutoff.example>");
        assertThat(message.getHeader("To", null)).isEqualTo("nao.kato@contoso.example");
        assertThat(message.getHeader("Reply-To", null)).isEqualTo("mail-admins@contoso.example");
        assertThat(message.getHeader("Date", null)).isEqualTo("Fri, 16 Sep 2022 09:00:00 +0900");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("Content-Language", null)).isEqualTo("en");
        assertThat(message.getMessageID()).matches("<[a-z2-7]{52}@cutoff\\.example>");
        assertThat(message.getHeader("List-Id", null)).isEqualTo("Cutoff <notices.cutoff.example>");
        assertThat(message.getHeader("Precedence", null)).isNull();
        assertThat(message.getContentType()).startsWith("multipart/mixed").contains("boundary=cutoff-");
    }

    @Test
    void the_same_digest_at_the_same_moment_is_the_same_mail_to_the_byte() {
        assertThat(composer.compose(digest, Digests.LINKS, AT).mime())
                .isEqualTo(composer.compose(digest, Digests.LINKS, AT).mime());
    }

    @Test
    void the_message_id_is_the_persons_and_the_days() {
        var nextDay = digest("2022-09-17", window(Role.OWNER, PRINTER));
        var elsewhere = new Composer(new Sender("cutoff@contoso.example", Optional.of("mail.contoso.example")));

        assertThat(composer.compose(digest, Digests.LINKS, AT.plusSeconds(60)).messageId())
                .isEqualTo(composer.compose(digest, Digests.LINKS, AT).messageId())
                .isNotEqualTo(composer.compose(nextDay, Digests.LINKS, AT).messageId());
        assertThat(elsewhere.compose(digest, Digests.LINKS, AT).messageId()).endsWith("@mail.contoso.example>");
    }

    @ParameterizedTest
    @CsvSource({"HIGH, high", "NORMAL,", "LOW,"})
    void what_is_severe_is_marked_as_important(Severity severity, @Nullable String importance) throws Exception {
        var mail = composer.compose(to("nao@contoso.example", severity), Digests.LINKS, AT);

        assertThat(parsed(mail.mime()).getHeader("Importance", null)).isEqualTo(importance);
    }

    @Test
    void every_line_is_one_that_a_mail_server_takes() {
        var japanese = about(digest, tenant("\u30b3\u30f3\u30c8\u30bd"));

        var mime = new String(composer.compose(japanese, Digests.LINKS, AT).mime(), StandardCharsets.ISO_8859_1);

        assertThat(mime.chars()).allMatch(character -> character < 128);
        assertThat(mime).doesNotContainPattern("[^\r]\n");
        assertThat(mime.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(MailParts.of(mime.getBytes(StandardCharsets.ISO_8859_1)).text())
                .startsWith("\u30b3\u30f3\u30c8\u30bd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nao@contoso.example\r\nBcc: all@contoso.example",
                "nao@contoso.example\nX: y",
                "nao@contoso.example, other@contoso.example",
                "nao\u2028@contoso.example",
                "group: nao@contoso.example;",
                "no address",
                ""
            })
    void nobody_writes_a_header_of_their_own(String address) throws Exception {
        var recipient = to(address);
        var contact = about(digest, new Digest.Tenant(CONTOSO.id(), "Contoso", address, null));

        assertThatThrownBy(() -> composer.compose(recipient, Digests.LINKS, AT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(headers(composer.compose(contact, Digests.LINKS, AT)))
                .as("the mail leaves all the same")
                .containsExactlyElementsOf(headersWithout("Reply-To"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contoso\r\nBcc: all@contoso.example",
                "Contoso\nX: y",
                "Contoso\u0000",
                "Contoso\u2028X: y",
                "Contoso\u0085X: y"
            })
    void a_name_with_a_line_break_makes_no_header(String name) {
        var branded = about(digest, new Digest.Tenant(CONTOSO.id(), "Contoso", null, branding(name)));

        assertThatThrownBy(() -> composer.compose(branded, Digests.LINKS, AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?Bank=0d=0aBcc:_all=40contoso.example?=",
                "Contoso <ceo@contoso.example>, x",
                "\u30b3\u30f3\u30c8\u30bd \"IT\"",
                "Contoso%0d%0aBcc: all@contoso.example"
            })
    void a_name_is_a_name_and_nothing_else(String name) throws Exception {
        var branded = about(digest, new Digest.Tenant(CONTOSO.id(), "Contoso", "it@contoso.example", branding(name)));

        var mail = composer.compose(branded, Digests.LINKS, AT);

        assertThat(headers(mail)).isEqualTo(headers(composer.compose(digest, Digests.LINKS, AT)));
        var from = (InternetAddress) parsed(mail.mime()).getFrom()[0];
        assertThat(parsed(mail.mime()).getFrom()).hasSize(1);
        assertThat(from.getAddress()).isEqualTo("cutoff@cutoff.example");
        assertThat(from.getPersonal()).isEqualTo(name.replace("=?", "= ?"));
    }

    private static Branding branding(String name) {
        return new Branding(CONTOSO.id(), 1, name, null, null, null);
    }

    private List<String> headersWithout(String name) throws Exception {
        return headers(composer.compose(digest, Digests.LINKS, AT)).stream()
                .filter(header -> !header.equals(name))
                .toList();
    }

    private static List<String> headers(Mail mail) throws Exception {
        return Collections.list(parsed(mail.mime()).getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private Digest to(String address) {
        return to(address, Severity.NORMAL);
    }

    private Digest to(String address, Severity severity) {
        return new Digest(
                address,
                "en",
                digest.zone(),
                digest.day(),
                severity,
                digest.tenants(),
                digest.stops(),
                digest.choices(),
                List.of(),
                List.of(),
                List.of(),
                digest.dates());
    }

    private static MimeMessage parsed(byte[] mime) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }
}
