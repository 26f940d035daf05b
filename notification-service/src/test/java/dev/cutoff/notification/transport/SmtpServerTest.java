package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    private static final String SETTING = "cutoff.smtp.url";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            smtp://mail.contoso.example                             | mail.contoso.example | 25   | STARTTLS_OPTIONAL |        | ''
            smtp://mail.contoso.example:2525                        | mail.contoso.example | 2525 | STARTTLS_OPTIONAL |        | ''
            smtps://mail.contoso.example                            | mail.contoso.example | 465  | TLS               |        | ''
            smtp://mail.contoso.example:587?starttls=required       | mail.contoso.example | 587  | STARTTLS_REQUIRED |        | ''
            smtp://mail.contoso.example:587?starttls=optional       | mail.contoso.example | 587  | STARTTLS_OPTIONAL |        | ''
            smtp://mail.contoso.example?starttls=none               | mail.contoso.example | 25   | NONE              |        | ''
            smtp://user:p%40ss%3Aw%2Frd+x@mail.contoso.example:587  | mail.contoso.example | 587  | STARTTLS_REQUIRED | user   | p@ss:w/rd+x
            smtp://user:x@mail.contoso.example?starttls=optional    | mail.contoso.example | 25   | STARTTLS_OPTIONAL | user   | x
            smtp://user:x@localhost                                 | localhost            | 25   | STARTTLS_OPTIONAL | user   | x
            smtp://us%40er:secret@mail.contoso.example              | mail.contoso.example | 25   | STARTTLS_REQUIRED | us@er  | secret
            """)
    void an_address_says_where_how_and_as_whom(
            String url, String host, int port, Security security, String user, String password) {
        assertThat(SmtpServer.of(SETTING, url))
                .isEqualTo(new SmtpServer(host, port, security, user, password.isEmpty() ? null : password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.contoso.example",
                "http://mail.contoso.example",
                "smtp://",
                "smtp://user:s3cret@",
                "smtp://user:s3c ret@host",
                "smtp://user:s3cret@mail.contoso.example?starttls=perhaps"
            })
    void what_is_none_is_refused_without_repeating_the_password(String url) {
        assertThatThrownBy(() -> SmtpServer.of(SETTING, url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING)
                .message()
                .doesNotContain("s3c");
    }

    @Test
    void it_can_be_logged() {
        assertThat(Ways.to("smtp://user:s3cret@mail.contoso.example").toString())
                .isEqualTo("default smtp://mail.contoso.example:25");
    }
}
