package dev.cutoff.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            smtp://mail.contoso.example,                            mail.contoso.example, 25,  false, false, ,         ''
            smtp://mail.contoso.example:2525,                       mail.contoso.example, 2525, false, false, ,        ''
            smtps://mail.contoso.example,                           mail.contoso.example, 465, true,  false, ,         ''
            smtp://mail.contoso.example:587?starttls=required,      mail.contoso.example, 587, false, true,  ,         ''
            smtp://mail.contoso.example:587?starttls=optional,      mail.contoso.example, 587, false, false, ,         ''
            smtp://user:p%40ss%3Aw%2Frd+x@mail.contoso.example:587, mail.contoso.example, 587, false, false, user,     p@ss:w/rd+x
            smtp://us%40er:secret@mail.contoso.example,             mail.contoso.example, 25,  false, false, us@er,    secret
            """)
    void an_address_says_where_how_and_as_whom(
            String url, String host, int port, boolean tls, boolean startTls, String user, String password) {
        var server = SmtpServer.of(url);

        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.tls()).isEqualTo(tls);
        assertThat(server.needsStartTls()).isEqualTo(startTls);
        assertThat(server.user()).isEqualTo(user);
        assertThat(server.password()).isEqualTo(password.isEmpty() ? null : password);
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
        assertThatThrownBy(() -> SmtpServer.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cutoff.smtp.url")
                .message()
                .doesNotContain("s3c");
    }

    @Test
    void it_can_be_logged() {
        assertThat(SmtpServer.of("smtp://user:s3cret@mail.contoso.example"))
                .hasToString("smtp://mail.contoso.example:25");
    }
}
