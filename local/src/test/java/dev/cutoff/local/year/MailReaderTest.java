package dev.cutoff.local.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    private static final String HEAD = """
            Message-ID: <one@cutoff.example>
            Date: Mon, 5 Oct 2026 09:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset=UTF-8

            """;

    @Test
    void a_mail_is_read_as_its_reader_does() {
        var mail = read(HEAD + """
                == Coming ==

                * Passwords for SMTP AUTH stops
                  When: on a day from Tuesday, 1 December 2026 to Thursday, 31 December 2026.

                  Clients:
                  - Device-000012 (device): SMTP AUTH

                * Help is wanted with Device-000013 (device)

                * Decide by 30 November 2026: passwords for SMTP AUTH

                  Still at risk, 1 client:
                  - Device-000014 (device): SMTP AUTH

                == Resolved ==

                * Passwords for SMTP AUTH: nothing more to do
                  - Device-000015 (device): SMTP AUTH
                --y--
                --x--
                """);

        assertThat(mail.messageId()).isEqualTo("<one@cutoff.example>");
        assertThat(mail.day()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(mail.stops()).isEqualTo(Map.of(12, LocalDate.of(2026, 12, 1)));
        assertThat(mail.helps()).isEqualTo(Set.of(13));
        assertThat(mail.cleared()).isEqualTo(Set.of(15));
    }

    @Test
    void so_is_the_list_that_is_attached() {
        var mail = read(HEAD + """
                All 3 stand in the attached list.
                --y--
                --x
                Content-Type: text/csv; name="cutoff-clients.csv"
                Content-Disposition: attachment; filename="cutoff-clients.csv"

                Section,Tenant,Client,Kind,Account,Shared,Owner,What,Protocols,From,Until,Decide by,Id
                Coming,Tenant 1,Device-000012,device,a@b.example,,,"Basic, SMTP",SMTP AUTH,2026-12-01,2026-12-31,,00000000-0000-0000-0000-000000000001
                Coming,Tenant 1,Device-000013,device,a@b.example,,,Basic,SMTP AUTH,2026-12-01,2026-12-31,2026-11-30,00000000-0000-0000-0000-000000000002
                Resolved,Tenant 1,Device-000014,device,a@b.example,,,Basic,SMTP AUTH,,,,00000000-0000-0000-0000-000000000003
                --x--
                """);

        assertThat(mail.stops()).isEqualTo(Map.of(12, LocalDate.of(2026, 12, 1)));
        assertThat(mail.cleared()).isEqualTo(Set.of(14));
    }

    private static Mail read(String text) {
        return MailReader.read("nao@contoso.example", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
