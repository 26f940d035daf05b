package dev.cutoff.notification.message;

import static dev.cutoff.notification.message.Digests.OUTLOOK;
import static dev.cutoff.notification.message.Digests.PRINTER;
import static dev.cutoff.notification.message.Digests.choice;
import static dev.cutoff.notification.message.Digests.digest;
import static dev.cutoff.notification.message.Digests.named;
import static dev.cutoff.notification.message.Digests.tenant;
import static dev.cutoff.notification.message.Digests.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.reminder.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read, word for word. */
@NotificationTest
class MailTextTest {

    @Test
    void an_owner_reads_what_stops_when_why_they_and_what_to_do() {
        var text = MailText.of(digest("2022-09-16", tenant("Contoso", List.of(window(Role.OWNER, PRINTER, OUTLOOK)))));

        assertThat(text.subject()).isEqualTo("May stop from 1 October 2022: 2 mail clients of yours");
        assertThat(text.text()).isEqualTo("""
                Contoso

                * Basic authentication for IMAP, MAPI, Offline Address Book, RPC (Outlook Anywhere) and SMTP AUTH stops

                  When: on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  Microsoft has not named the day for Contoso yet; be ready by the first.
                  The first of these days begins on Saturday 1 October 2022, 00:00 UTC (Saturday 1 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you answer for these 2 clients.

                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH
                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere)

                  What to do:
                  - Desktop apps with MAPI, Offline Address Book and RPC (Outlook Anywhere): Update Outlook. Outlook 2016 (16.0.4600.1000 or later), 2019 and Microsoft 365 Apps use modern authentication by themselves where the organisation allows it. Outlook 2013 needs service pack 1 and the registry values EnableADAL=1 and Version=1; Outlook 2010 and older must be replaced.
                  - Devices with IMAP: Ask the maker for firmware that signs in with OAuth 2.0. If there is none, have a program that can fetch the mail for it.
                  - Devices with SMTP AUTH: Choose one: firmware that signs in with OAuth 2.0, if the maker has it; sending over port 25 to a connector of the organisation that knows the device by its fixed address or a certificate; Direct Send, if only people inside get mail; or a relay server of your own.

                  Questions about Contoso: mail-admins@contoso.example

                --
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void a_day_that_the_vendor_names_says_what_was_told_before() {
        var moved = new Digest.Moved(LocalDate.parse("2022-10-01"), false);

        var text =
                MailText.of(digest("2022-10-13", tenant("Contoso", List.of(named(State.SCHEDULED, moved, PRINTER)))));

        assertThat(text.subject()).isEqualTo("Stops on 20 October 2022: 1 mail client of yours");
        assertThat(text.text()).isEqualTo("""
                Contoso

                * Basic authentication for IMAP and SMTP AUTH stops

                  When: Thursday 20 October 2022, the day that Microsoft has named for Contoso.
                  It begins on Thursday 20 October 2022, 00:00 UTC (Thursday 20 October 2022, 09:00 in Asia/Tokyo).
                  Moved: until now we told you a day from Saturday 1 October 2022 on.
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you answer for this client.

                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH

                  What to do:
                  - Devices with IMAP: Ask the maker for firmware that signs in with OAuth 2.0. If there is none, have a program that can fetch the mail for it.
                  - Devices with SMTP AUTH: Choose one: firmware that signs in with OAuth 2.0, if the maker has it; sending over port 25 to a connector of the organisation that knows the device by its fixed address or a certificate; Direct Send, if only people inside get mail; or a relay server of your own.

                  Questions about Contoso: mail-admins@contoso.example

                --
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void who_decides_reads_until_when_about_what_and_for_whom() {
        var text = MailText.of(digest("2022-09-16", tenant("Contoso", List.of(), choice(PRINTER, OUTLOOK))));

        assertThat(text.subject()).isEqualTo("Decide by 30 September 2022: 4 mail clients at risk");
        assertThat(text.text()).isEqualTo("""
                Contoso

                * Decide by Friday 30 September 2022: Basic authentication for IMAP and POP

                  That is the last day on which a decision changes when Basic authentication in Exchange Online stops for Contoso.
                  Without one it stops on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you can decide for Contoso.

                  What you can do now:
                  - Opt out: it then goes on working until the end of the vendor's grace period, through the vendor's self-service diagnostic: IMAP and POP

                  Still at risk: 4 clients
                  - Xerox VersaLink C405 floor 1 (device): IMAP and SMTP AUTH; Nao Kato answers for it
                  - Outlook 2013 (desktop app): MAPI, Offline Address Book and RPC (Outlook Anywhere); nobody answers for it
                  - and 2 more

                  Questions about Contoso: mail-admins@contoso.example

                --
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void of_what_nobody_owns_the_contact_reads_a_list_and_of_several_tenants_one_mail() {
        var text = MailText.of(digest(
                "2022-10-21",
                tenant("Contoso", List.of(named(State.OFF, null, OUTLOOK))),
                tenant("Fabrikam", List.of(window(Role.FALLBACK_CONTACT, PRINTER)))));

        assertThat(text.subject()).isEqualTo("May stop any day: 1 mail client without an owner");
        assertThat(text.text()).isEqualTo("""
                Contoso

                * Basic authentication for MAPI, Offline Address Book and RPC (Outlook Anywhere) has stopped

                  When: Thursday 20 October 2022, the day that Microsoft has named for Contoso.
                  It began on Thursday 20 October 2022, 00:00 UTC (Thursday 20 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you answer for this client.

                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere)

                  What to do:
                  - Desktop apps with MAPI, Offline Address Book and RPC (Outlook Anywhere): Update Outlook. Outlook 2016 (16.0.4600.1000 or later), 2019 and Microsoft 365 Apps use modern authentication by themselves where the organisation allows it. Outlook 2013 needs service pack 1 and the registry values EnableADAL=1 and Version=1; Outlook 2010 and older must be replaced.

                  Questions about Contoso: mail-admins@contoso.example

                Fabrikam

                * Basic authentication for IMAP and SMTP AUTH stops

                  When: on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  Microsoft has not named the day for Fabrikam yet; be ready by the first.
                  The first of these days begins on Saturday 1 October 2022, 00:00 UTC (Saturday 1 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: nobody is known to answer for this client of Fabrikam, and you are its contact.

                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH

                  What to do:
                  - Devices with IMAP: Ask the maker for firmware that signs in with OAuth 2.0. If there is none, have a program that can fetch the mail for it.
                  - Devices with SMTP AUTH: Choose one: firmware that signs in with OAuth 2.0, if the maker has it; sending over port 25 to a connector of the organisation that knows the device by its fixed address or a certificate; Direct Send, if only people inside get mail; or a relay server of your own.

                  Questions about Fabrikam: mail-admins@contoso.example

                --
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-10-19, SCHEDULED, 'Stops on 20 October 2022: 1 mail client of yours'
            2022-10-20, SCHEDULED, 'Stops today: 1 mail client of yours'
            2022-10-21, OFF,       'Has stopped: 1 mail client of yours'
            """)
    void the_subject_says_how_near_it_is(String day, State state, String subject) {
        assertThat(MailText.of(digest(day, tenant("Contoso", List.of(named(state, null, PRINTER)))))
                        .subject())
                .isEqualTo(subject);
    }

    @Test
    void a_japanese_owner_reads_it_in_japanese() {
        var text = MailText.of(inLanguage(
                "ja-JP",
                digest("2022-09-16", tenant("コントソ", List.of(window(Role.OWNER, PRINTER)), choice(PRINTER, OUTLOOK)))));

        assertThat(text.language()).isEqualTo("ja");
        assertThat(text.subject()).isEqualTo("2022年9月30日までにご判断を: 対象のメール クライアント 4 件");
        assertThat(text.text()).isEqualTo("""
                コントソ

                * IMAP、SMTP AUTH の基本認証が停止します

                  時期: 2022年10月1日(土)から2022年12月31日(土)までのいずれかの日。
                  Microsoftは コントソ の日をまだ示していません。最初の日までに準備してください。
                  最初の日は、UTC の 2022年10月1日(土) 00:00 に始まります (Asia/Tokyo では 2022年10月1日(土) 09:00)。
                  2022年9月1日の発表によります (2022年9月14日に確認)。
                  このメールが届いた理由: あなたがこれら 1 件のクライアントの担当者です。

                  - Xerox VersaLink C405 floor 1 (機器、アカウント scanner1@contoso.example、共有): IMAP、SMTP AUTH

                  していただくこと:
                  - 機器のIMAP: OAuth 2.0 でサインインするファームウェアについてメーカーに問い合わせてください。ない場合は、OAuth 2.0 に対応したプログラムに代わりにメールを取得させてください。
                  - 機器のSMTP AUTH: 次のいずれかを選んでください。OAuth 2.0 でサインインするファームウェア (メーカーが提供している場合)。固定アドレスまたは証明書で機器を識別する組織のコネクタへの、ポート 25 での送信。組織内にだけ送る場合はダイレクト送信。または自前のリレー サーバー。

                * 2022年9月30日(金)までにご判断ください: IMAP、POP の基本認証

                  コントソ でExchange Online の基本認証が停止する時期を、判断によって変えられる最後の日です。
                  判断がなければ、2022年10月1日(土)から2022年12月31日(土)までのいずれかの日に停止します。
                  2022年9月1日の発表によります (2022年9月14日に確認)。
                  このメールが届いた理由: あなたは コントソ について判断できる方です。

                  今できること:
                  - オプトアウトする。提供元の猶予期間が終わるまで、引き続き使えます (提供元のセルフサービス診断から): IMAP、POP

                  まだ影響を受けるクライアント: 4 件
                  - Xerox VersaLink C405 floor 1 (機器): IMAP、SMTP AUTH、担当者 Nao Kato
                  - Outlook 2013 (デスクトップ アプリ): MAPI、オフライン アドレス帳、RPC (Outlook Anywhere)、担当者なし
                  - ほか 2 件

                  コントソ についてのお問い合わせ: mail-admins@contoso.example

                --
                メールの提供元が停止するものを見守る Cutoff がお送りしました。時間帯の記載がない日付は UTC の日付です。
                """);
        assertThat(letters(withoutMarkup(text.html()))).isEqualTo(letters(text.text()));
    }

    @Test
    void both_languages_have_a_word_and_a_step_for_the_same_things() {
        assertThat(keys("words/ja.properties")).isEqualTo(keys("words/en.properties"));
        assertThat(keys("steps/ja.properties")).isEqualTo(keys("steps/en.properties"));
    }

    @Test
    void what_a_client_says_of_itself_is_text_and_nothing_else() {
        var evil = new Digest.Affected(
                "<script>alert(1)</script><img src=x onerror=alert(2)>", "device", null, false, null, List.of("imap"));

        var text = MailText.of(digest("2022-09-16", tenant("<b>Contoso</b>", List.of(window(Role.OWNER, evil)))));

        assertThat(text.html()).doesNotContain("<script", "<img", "<b>Contoso").contains("&lt;script&gt;");
        assertThat(text.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_reader_of_a_language_that_we_do_not_write_reads_english() {
        var digest = digest("2022-09-16", tenant("Contoso", List.of(window(Role.OWNER, PRINTER))));

        assertThat(MailText.of(inLanguage("fr-CA", digest)).language()).isEqualTo("en");
    }

    /** The words of both, without marks, cases and bullets. */
    private static Digest inLanguage(String locale, Digest digest) {
        return new Digest(digest.recipient(), locale, digest.zone(), digest.day(), digest.replyTo(), digest.tenants());
    }

    private static Set<String> keys(String resource) {
        try (var stream = MailTextTest.class.getClassLoader().getResourceAsStream(resource)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new TreeSet<>(properties.stringPropertyNames());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSameContent(MailText text) {
        assertThat(words(withoutMarkup(text.html()))).isEqualTo(words(text.text()));
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}@]+", "");
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase()
                        .replaceAll("[^a-z0-9@.:/=&']+", " ")
                        .replaceAll("(?<=\\W)[.:]", " ")
                        .strip()
                        .split("\\s+"))
                .stream()
                .map(word -> word.replaceAll("[.:]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
