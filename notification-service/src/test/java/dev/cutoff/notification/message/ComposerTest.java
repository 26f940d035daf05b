package dev.cutoff.notification.message;

import static dev.cutoff.notification.message.Digests.PRINTER;
import static dev.cutoff.notification.message.Digests.digest;
import static dev.cutoff.notification.message.Digests.tenant;
import static dev.cutoff.notification.message.Digests.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.reminder.Role;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NotificationTest
class ComposerTest {

    record Sender(String from, Optional<String> domain) implements MailConfig {}

    private static final Instant AT = Instant.parse("2022-09-16T00:00:00Z");

    private final Composer composer = new Composer(new Sender("Cutoff <cutoff@cutoff.example>", Optional.empty()));
    private final Digest digest = digest("2022-09-16", tenant("Contoso", List.of(window(Role.OWNER, PRINTER))));

    @Test
    void the_headers_say_who_to_whom_when_and_that_no_machine_should_answer() throws Exception {
        var message = parsed(composer.compose(digest, AT).mime());

        assertThat(message.getHeader("From", null)).isEqualTo("Cutoff <cutoff@cutoff.example>");
        assertThat(message.getHeader("To", null)).isEqualTo("nao.kato@contoso.example");
        assertThat(message.getHeader("Reply-To", null)).isEqualTo("mail-admins@contoso.example");
        assertThat(message.getHeader("Date", null)).isEqualTo("Fri, 16 Sep 2022 09:00:00 +0900");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("Content-Language", null)).isEqualTo("en");
        assertThat(message.getMessageID()).matches("<[a-z2-7]{52}@cutoff\\.example>");
        assertThat(message.getContentType()).startsWith("multipart/alternative").contains("boundary=cutoff-");
    }

    @Test
    void the_same_digest_at_the_same_moment_is_the_same_mail_to_the_byte() {
        assertThat(composer.compose(digest, AT).mime())
                .isEqualTo(composer.compose(digest, AT).mime());
    }

    @Test
    void the_message_id_is_the_persons_and_the_days() {
        var nextDay = digest("2022-09-17", tenant("Contoso", List.of(window(Role.OWNER, PRINTER))));
        var elsewhere = new Composer(new Sender("cutoff@contoso.example", Optional.of("mail.contoso.example")));

        assertThat(composer.compose(digest, AT.plusSeconds(60)).messageId())
                .isEqualTo(composer.compose(digest, AT).messageId())
                .isNotEqualTo(composer.compose(nextDay, AT).messageId());
        assertThat(elsewhere.compose(digest, AT).messageId()).endsWith("@mail.contoso.example>");
    }

    @Test
    void every_line_is_one_that_a_mail_server_takes() {
        var japanese = digest("2022-09-16", tenant("\u30b3\u30f3\u30c8\u30bd", List.of(window(Role.OWNER, PRINTER))));

        var mime = new String(composer.compose(japanese, AT).mime(), StandardCharsets.ISO_8859_1);

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
    void nobody_writes_a_header_of_their_own(String address) {
        var recipient = new Digest(address, "en", digest.zone(), digest.day(), null, digest.tenants());
        var contact = new Digest("nao@contoso.example", "en", digest.zone(), digest.day(), address, digest.tenants());

        assertThatThrownBy(() -> composer.compose(recipient, AT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> composer.compose(contact, AT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MimeMessage parsed(byte[] mime) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }
}
