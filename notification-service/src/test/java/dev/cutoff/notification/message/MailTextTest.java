package dev.cutoff.notification.message;

import static dev.cutoff.notification.message.Digests.CONTOSO;
import static dev.cutoff.notification.message.Digests.OUTLOOK;
import static dev.cutoff.notification.message.Digests.PRINTER;
import static dev.cutoff.notification.message.Digests.about;
import static dev.cutoff.notification.message.Digests.allClear;
import static dev.cutoff.notification.message.Digests.choice;
import static dev.cutoff.notification.message.Digests.clients;
import static dev.cutoff.notification.message.Digests.digest;
import static dev.cutoff.notification.message.Digests.inLanguage;
import static dev.cutoff.notification.message.Digests.named;
import static dev.cutoff.notification.message.Digests.row;
import static dev.cutoff.notification.message.Digests.stop;
import static dev.cutoff.notification.message.Digests.tenant;
import static dev.cutoff.notification.message.Digests.window;
import static dev.cutoff.notification.message.Digests.withMore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.reminder.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read, word for word. */
@NotificationTest
class MailTextTest {

    @Test
    void an_owner_reads_what_stops_when_why_they_and_what_to_do() {
        var text = Digests.written(digest("2022-09-16", window(Role.OWNER, PRINTER, OUTLOOK)));

        assertThat(text.subject()).isEqualTo("May stop from 1 October 2022: 2 mail clients of yours");
        assertThat(text.text()).isEqualTo("""
                Contoso

                == Coming ==

                * Basic authentication for IMAP, MAPI, Offline Address Book, RPC (Outlook Anywhere) and SMTP AUTH stops

                  When: on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  Microsoft has not named the day for Contoso yet; be ready by the first.
                  The first of these days begins on Saturday 1 October 2022, 00:00 UTC (Saturday 1 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you answer for these 2 clients.

                  Clients:
                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH
                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere)

                  What to do for desktop apps with MAPI, Offline Address Book and RPC (Outlook Anywhere):
                  - Update Outlook. Outlook 2016 (16.0.4600.1000 or later), 2019 and Microsoft 365 Apps (1706 or later) use modern authentication by themselves where the organisation allows it.
                  - Outlook 2013 needs service pack 1 (15.0.4971.1000 or later) and the registry values EnableADAL=1 and Version=1 under HKCU\\SOFTWARE\\Microsoft\\Office\\15.0\\Common\\Identity. It is no longer supported: better upgrade it.
                  - Outlook 2010 and older must be replaced.
                  - If an up-to-date Outlook still asks for a password: an administrator turns modern authentication on for the organisation (Set-OrganizationConfig -OAuth2ClientProfileEnabled $true). It is off by default in organisations from before August 2017.

                  What to do for devices with IMAP (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Let a program that can sign in with OAuth 2.0 fetch the mail for it.

                  What to do for devices with SMTP AUTH (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Send over port 25 to a connector of the organisation that knows it by its fixed address or a certificate (SMTP relay). That reaches people outside, too.
                  - Send over port 25 straight to the organisation's MX host (Direct Send), if only people inside get mail and the organisation does not reject it (RejectDirectSend).
                  - Send to a relay server of your own, which hands the mail on.

                Done, planned for a day, not yours, or in need of help? Say so here; it takes a moment and no account. The link is yours alone.
                Answer now: https://cutoff.example/a/TOKEN

                --
                Questions about Contoso: mail-admins@contoso.example
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void a_day_that_the_vendor_names_says_what_was_told_before() {
        var moved = new ToldDay(LocalDate.parse("2022-10-01"), false);

        var text = Digests.written(digest("2022-10-13", named(false, moved, PRINTER)));

        assertThat(text.subject()).isEqualTo("Stops on 20 October 2022: 1 mail client of yours");
        assertThat(text.text()).isEqualTo("""
                Contoso

                == Act now ==

                * Basic authentication for IMAP and SMTP AUTH stops

                  When: Thursday 20 October 2022, the day that Microsoft has named for Contoso.
                  It begins on Thursday 20 October 2022, 00:00 UTC (Thursday 20 October 2022, 09:00 in Asia/Tokyo).
                  Moved: until now we told you a day from Saturday 1 October 2022 on. Now it is Thursday 20 October 2022.
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you answer for this client.

                  Clients:
                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH

                  What to do for devices with IMAP (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Let a program that can sign in with OAuth 2.0 fetch the mail for it.

                  What to do for devices with SMTP AUTH (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Send over port 25 to a connector of the organisation that knows it by its fixed address or a certificate (SMTP relay). That reaches people outside, too.
                  - Send over port 25 straight to the organisation's MX host (Direct Send), if only people inside get mail and the organisation does not reject it (RejectDirectSend).
                  - Send to a relay server of your own, which hands the mail on.

                Done, planned for a day, not yours, or in need of help? Say so here; it takes a moment and no account. The link is yours alone.
                Answer now: https://cutoff.example/a/TOKEN

                --
                Questions about Contoso: mail-admins@contoso.example
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void who_decides_reads_until_when_about_what_and_for_whom() {
        var text = Digests.written(digest("2022-09-16", List.of(), List.of(choice(PRINTER, OUTLOOK))));

        assertThat(text.subject()).isEqualTo("Decide by 30 September 2022: 2 mail clients at risk");
        assertThat(text.text()).isEqualTo("""
                Contoso

                == Coming ==

                * Decide by Friday 30 September 2022: Basic authentication for IMAP and POP

                  That is the last day on which a decision changes when Basic authentication in Exchange Online stops for Contoso.
                  It ends on Saturday 1 October 2022, 00:00 UTC (Saturday 1 October 2022, 09:00 in Asia/Tokyo).
                  Without one it stops on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Why you: you can decide for Contoso.

                  What you can do now:
                  - Opt out, through the vendor's self-service diagnostic, until Friday 30 September 2022. It then goes on working until Saturday 31 December 2022.

                  Still at risk, 2 clients:
                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH; Nao Kato answers for it
                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere); nobody answers for it

                --
                Questions about Contoso: mail-admins@contoso.example
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-10-17 | Without one it stops on Tuesday 18 October 2022.
            2022-10-18 | Without one it stops on Tuesday 18 October 2022.
            2022-10-19 | It has been off since Tuesday 18 October 2022, and without one stays so.
            """)
    void who_decides_when_it_is_off_reads_that_it_is(String day, String otherwise) {
        var choice = choice(PRINTER);
        var named = new Choice(
                choice.topic(),
                LocalDate.parse("2022-12-31"),
                LocalDate.parse("2022-10-18"),
                LocalDate.parse("2022-10-18"),
                LocalDate.parse("2022-10-18"),
                choice.source(),
                choice.actions(),
                choice.clients());

        assertThat(Digests.written(digest(day, List.of(), List.of(named))).text())
                .contains(otherwise);
    }

    @Test
    void of_what_nobody_owns_the_contact_reads_a_list_and_of_several_tenants_one_mail() {
        var text = Digests.written(about(
                digest("2022-10-21", named(true, null, OUTLOOK), window(Role.FALLBACK_CONTACT, inFabrikam(PRINTER))),
                CONTOSO,
                tenant("Fabrikam")));

        assertThat(text.subject()).isEqualTo("May stop any day: 1 mail client without an owner");
        assertThat(text.text()).isEqualTo("""
                Cutoff

                == Act now ==

                * Fabrikam: Basic authentication for IMAP and SMTP AUTH stops

                  When: on a day from Saturday 1 October 2022 to Saturday 31 December 2022.
                  Microsoft has not named the day for Fabrikam yet; be ready by the first.
                  The first of these days begins on Saturday 1 October 2022, 00:00 UTC (Saturday 1 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Checked more than 30 days ago: ask Microsoft before you rely on it.
                  Why you: nobody is known to answer for this client of Fabrikam, and you are its contact.

                  Clients:
                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH

                  What to do for devices with IMAP (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Let a program that can sign in with OAuth 2.0 fetch the mail for it.

                  What to do for devices with SMTP AUTH (one of these):
                  - Get firmware that signs in with OAuth 2.0, if the maker has it; ask the maker for this model.
                  - Send over port 25 to a connector of the organisation that knows it by its fixed address or a certificate (SMTP relay). That reaches people outside, too.
                  - Send over port 25 straight to the organisation's MX host (Direct Send), if only people inside get mail and the organisation does not reject it (RejectDirectSend).
                  - Send to a relay server of your own, which hands the mail on.

                * Contoso: Basic authentication for MAPI, Offline Address Book and RPC (Outlook Anywhere) has stopped

                  When: Thursday 20 October 2022, the day that Microsoft has named for Contoso.
                  It began on Thursday 20 October 2022, 00:00 UTC (Thursday 20 October 2022, 09:00 in Asia/Tokyo).
                  As announced on 1 September 2022, checked on 14 September 2022.
                  Checked more than 30 days ago: ask Microsoft before you rely on it.
                  Why you: you answer for this client.

                  Clients:
                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere)

                  What to do for desktop apps with MAPI, Offline Address Book and RPC (Outlook Anywhere):
                  - Update Outlook. Outlook 2016 (16.0.4600.1000 or later), 2019 and Microsoft 365 Apps (1706 or later) use modern authentication by themselves where the organisation allows it.
                  - Outlook 2013 needs service pack 1 (15.0.4971.1000 or later) and the registry values EnableADAL=1 and Version=1 under HKCU\\SOFTWARE\\Microsoft\\Office\\15.0\\Common\\Identity. It is no longer supported: better upgrade it.
                  - Outlook 2010 and older must be replaced.
                  - If an up-to-date Outlook still asks for a password: an administrator turns modern authentication on for the organisation (Set-OrganizationConfig -OAuth2ClientProfileEnabled $true). It is off by default in organisations from before August 2017.

                Done, planned for a day, not yours, or in need of help? Say so here; it takes a moment and no account. The link is yours alone.
                Answer now: https://cutoff.example/a/TOKEN

                --
                Questions about Contoso: mail-admins@contoso.example
                Questions about Fabrikam: mail-admins@contoso.example
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void of_which_tenant_a_client_is_does_not_read_as_part_of_its_account() {
        var text = Digests.written(about(
                digest("2022-09-16", window(Role.OWNER, OUTLOOK, inFabrikam(PRINTER))), CONTOSO, tenant("Fabrikam")));

        assertThat(text.text())
                .contains("- Outlook 2013 (desktop app, account nao.kato@contoso.example, Contoso): ")
                .contains("(device, account scanner1@contoso.example, shared with others, Fabrikam): ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-10-19, false, 'Stops on 20 October 2022: 1 mail client of yours'
            2022-10-20, false, 'Stops today: 1 mail client of yours'
            2022-10-21, true, 'Has stopped: 1 mail client of yours'
            """)
    void the_subject_says_how_near_it_is(String day, boolean isOver, String subject) {
        assertThat(Digests.written(digest(day, named(isOver, null, PRINTER))).subject())
                .isEqualTo(subject);
    }

    @Test
    void a_japanese_owner_reads_it_in_japanese() {
        var text = Digests.written(inLanguage(
                "ja-JP",
                about(
                        digest("2022-09-16", List.of(window(Role.OWNER, PRINTER)), List.of(choice(PRINTER, OUTLOOK))),
                        tenant("コントソ"))));

        assertThat(text.language()).isEqualTo("ja");
        assertThat(text.subject()).isEqualTo("2022年9月30日までにご判断を: 対象のメール クライアント 2 件");
        assertThat(text.text()).isEqualTo("""
                コントソ

                == 今後の予定 ==

                * 2022年9月30日(金)までにご判断ください: IMAP、POP の基本認証

                  Contoso でExchange Online の基本認証が停止する時期を、判断によって変えられる最後の日です。
                  この日は、UTC の 2022年10月1日(土) 00:00 (Asia/Tokyo では 2022年10月1日(土) 09:00) に終わります。
                  判断がなければ、2022年10月1日(土)から2022年12月31日(土)までのいずれかの日に停止します。
                  2022年9月1日の発表によります (2022年9月14日に確認)。
                  このメールが届いた理由: あなたは Contoso について判断できる方です。

                  今できること:
                  - オプトアウトする (提供元のセルフサービス診断から)、2022年9月30日(金)まで。申請すれば2022年12月31日(土)まで引き続き使えます。

                  まだ影響を受けるクライアント 2 件:
                  - Xerox VersaLink C405 floor 1 (機器、アカウント scanner1@contoso.example、共有): IMAP、SMTP AUTH、担当者 Nao Kato
                  - Outlook 2013 (デスクトップ アプリ、アカウント nao.kato@contoso.example): MAPI、オフライン アドレス帳、RPC (Outlook Anywhere)、担当者なし

                * IMAP、SMTP AUTH の基本認証が停止します

                  時期: 2022年10月1日(土)から2022年12月31日(土)までのいずれかの日。
                  Microsoftは Contoso の日をまだ示していません。最初の日までに準備してください。
                  最初の日は、UTC の 2022年10月1日(土) 00:00 (Asia/Tokyo では 2022年10月1日(土) 09:00) に始まります。
                  2022年9月1日の発表によります (2022年9月14日に確認)。
                  このメールが届いた理由: あなたがこれら 1 件のクライアントの担当者です。

                  クライアント:
                  - Xerox VersaLink C405 floor 1 (機器、アカウント scanner1@contoso.example、共有): IMAP、SMTP AUTH

                  していただくこと (機器のIMAP、次のいずれか):
                  - OAuth 2.0 でサインインするファームウェアがあれば入手してください。この機種についてメーカーに問い合わせてください。
                  - OAuth 2.0 に対応したプログラムに代わりにメールを取得させてください。

                  していただくこと (機器のSMTP AUTH、次のいずれか):
                  - OAuth 2.0 でサインインするファームウェアがあれば入手してください。この機種についてメーカーに問い合わせてください。
                  - 固定アドレスまたは証明書で識別する組織のコネクタへ、ポート 25 で送信してください (SMTP リレー)。組織外にも届きます。
                  - 組織内にだけ送り、組織で拒否 (RejectDirectSend) していない場合は、組織の MX ホストへポート 25 で直接送信してください (ダイレクト送信)。
                  - 自前のリレー サーバーに送り、そこから転送させてください。

                対応済み、対応予定、担当外、支援が必要のいずれかを、こちらからお知らせください。アカウントは不要で、すぐに終わります。このリンクはご本人専用です。
                回答する: https://cutoff.example/a/TOKEN

                --
                コントソ についてのお問い合わせ: mail-admins@contoso.example
                メールの提供元が停止するものを見守る Cutoff がお送りしました。時間帯の記載がない日付は UTC の日付です。
                """);
        assertThat(letters(withoutMarkup(text.html()))).isEqualTo(letters(text.text()));
    }

    @Test
    void what_moved_without_haste_has_a_part_of_its_own() {
        var moved = new ToldDay(LocalDate.parse("2022-10-20"), true);
        var later = stop(false, "2023-01-01", "2023-01-07", null, Role.OWNER, moved, clients(false, PRINTER));

        var text = Digests.written(digest("2022-10-14", later, window(Role.OWNER, OUTLOOK)));

        assertThat(text.text())
                .containsSubsequence("== Act now ==", "== Moved ==")
                .contains(
                        "Moved: until now we told you Thursday 20 October 2022. Now it is a day from Sunday 1 January 2023 to"
                                + " Saturday 7 January 2023.");
        assertSameContent(text);
    }

    @Test
    void an_all_clear_says_what_was_told_and_that_it_is_over() {
        var text = Digests.written(withMore(
                digest("2022-10-14"),
                List.of(allClear(AllClear.Why.WITHDRAWN, PRINTER), allClear(AllClear.Why.RESOLVED, OUTLOOK)),
                List.of()));

        assertThat(text.subject()).isEqualTo("All clear: 2 mail clients of yours");
        assertThat(text.text()).isEqualTo("""
                Contoso

                == Resolved ==

                * Basic authentication for IMAP and SMTP AUTH: nothing more to do

                  What has changed: we told you Thursday 20 October 2022. Microsoft has taken that back, or it does not concern Contoso any more: there is nothing to do.

                  Clients:
                  - Xerox VersaLink C405 floor 1 (device, account scanner1@contoso.example, shared with others): IMAP and SMTP AUTH

                * Basic authentication for MAPI, Offline Address Book and RPC (Outlook Anywhere): nothing more to do

                  What has changed: we told you Thursday 20 October 2022. This client has moved on or is gone: you will hear no more about it.

                  Clients:
                  - Outlook 2013 (desktop app, account nao.kato@contoso.example): MAPI, Offline Address Book and RPC (Outlook Anywhere)

                --
                Questions about Contoso: mail-admins@contoso.example
                Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.
                """);
        assertSameContent(text);
    }

    @Test
    void who_was_to_decide_hears_that_it_is_over_without_a_list_of_no_clients() {
        var withdrawn = allClear(AllClear.Why.WITHDRAWN, PRINTER);
        var ofNoClient = new AllClear(
                withdrawn.topic(),
                withdrawn.why(),
                withdrawn.told(),
                new Clients(0, List.of(new Clients.Share("Contoso", 0)), 1, List.of(), List.of(), 0, 0, List.of()));

        var text = Digests.written(withMore(digest("2022-10-14"), List.of(ofNoClient), List.of()));

        assertThat(text.subject()).isEqualTo("All clear: nothing more to decide");
        assertThat(text.text())
                .contains("it does not concern Contoso any more: there is nothing to do.")
                .doesNotContain("Clients:");
        assertSameContent(text);
    }

    @Test
    void evidence_that_is_missing_is_told_with_what_follows_from_it() {
        var since = LocalDate.parse("2022-09-30");
        var text = Digests.written(withMore(
                digest("2022-10-14"),
                List.of(),
                List.of(
                        new Digest.Finding(
                                "Contoso", Digest.Finding.What.QUIET, "sign-in-log", List.of("imap"), since, null),
                        new Digest.Finding(
                                "Contoso", Digest.Finding.What.STALE, "sap-cmdb", List.of("pop"), since, null),
                        new Digest.Finding("Contoso", Digest.Finding.What.STALE, null, List.of("ews"), since, null),
                        new Digest.Finding("Contoso", Digest.Finding.What.GAP, null, List.of("imap"), null, 2))));

        assertThat(text.subject()).isEqualTo("Evidence is missing: 4 protocols");
        assertThat(text.text())
                .contains("== What can no longer be seen ==")
                .contains("* The sign-in log goes on, but says nothing of IMAP any more")
                .contains("* sap-cmdb has brought nothing of POP for twice its usual pause")
                .contains("* The evidence has brought nothing of Exchange Web Services for twice its usual pause")
                .contains("* The vendor counts 2 accounts with IMAP that nobody here has a name for")
                .contains("The last of it is of Friday 30 September 2022. Until there is more, silence proves nothing");
        assertSameContent(text);
    }

    @Test
    void beyond_a_dozen_things_the_rest_are_lines() {
        var stops = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> stop(
                        false,
                        LocalDate.parse("2022-11-01").plusDays(n).toString(),
                        null,
                        null,
                        Role.OWNER,
                        null,
                        clients(false, PRINTER)))
                .toArray(Stop[]::new);

        var text = Digests.written(digest("2022-09-16", stops));

        assertThat(text.text().split("\n\\* Basic authentication")).hasSize(13);
        assertThat(text.text())
                .contains(
                        "* Also\n\n  188 more things:\n"
                                + "  - Basic authentication for IMAP and SMTP AUTH: a day from Monday 14 November 2022 on; 1 client, Contoso\n")
                .contains("  - and 88 more\n");
        assertSameContent(text);
    }

    @Test
    void where_not_the_way_to_sign_in_ends_the_programme_says_what_does() {
        var stop = window(Role.OWNER, row("Room 1", "device", null, false, null, "ews"));
        var ews = new Stop(
                new Digest.Topic("exchange-web-services", List.of("ews"), "modern", null),
                false,
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2027-04-01"),
                null,
                null,
                stop.source(),
                Role.OWNER,
                null,
                false,
                false,
                Before.NOBODY,
                stop.clients());
        var unknown = new Stop(
                new Digest.Topic("next-year", List.of("ews"), "modern", "below 2.0"),
                false,
                LocalDate.parse("2027-10-01"),
                null,
                null,
                null,
                stop.source(),
                Role.OWNER,
                null,
                false,
                false,
                Before.NOBODY,
                stop.clients());

        var text = Digests.written(digest("2026-07-01", ews, unknown));

        assertThat(text.text())
                .contains("* Exchange Web Services in Exchange Online stops")
                .contains("* modern authentication for Exchange Web Services (below 2.0) stops")
                .contains("Checked more than 30 days ago: ask Microsoft before you rely on it.")
                .contains("The vendor has not named the day for Contoso yet");
    }

    @Test
    void a_way_that_ends_in_turn_says_when() {
        var stop = stop(
                false,
                "2026-12-31",
                null,
                null,
                Role.OWNER,
                null,
                clients(false, row("MFP", "device", null, false, null, "smtp-auth")));

        assertThat(Digests.written(digest("2026-11-26", stop)).text())
                .contains("takes a password until September 2028 only");
        assertThat(Digests.written(inLanguage("ja", digest("2026-11-26", stop))).text())
                .contains("2028年9月までです");
    }

    @Test
    void both_languages_have_a_word_and_a_sentence_for_the_same_things() {
        assertThat(keys("words/ja.properties")).isEqualTo(keys("words/en.properties"));
        Map.of(
                        "mail", Phrases.class,
                        "subject", SubjectPhrases.class,
                        "day", DayPhrases.class,
                        "why", WhyPhrases.class,
                        "clients", ClientPhrases.class)
                .forEach((name, sentences) -> assertThat(keys("messages/" + name + "_ja.properties"))
                        .isEqualTo(Arrays.stream(sentences.getDeclaredMethods())
                                .map(Method::getName)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void the_html_runs_and_loads_nothing_and_can_be_read_in_the_dark(String language) {
        var html = Digests.written(inLanguage(
                        language, digest("2022-09-16", List.of(window(Role.OWNER, PRINTER)), List.of(choice(OUTLOOK)))))
                .html();

        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
                .contains("<meta name=\"color-scheme\" content=\"light dark\">", "@media (prefers-color-scheme: dark)")
                .contains("width=device-width")
                .doesNotContainPattern(
                        "(?i)<(script|img|link|iframe|object|form|svg)|src=|href=\"(?!https://cutoff.example/a/TOKEN\")|url\\(|@import|\\son\\w+=|javascript:");
    }

    @Test
    void what_a_client_says_of_itself_is_text_and_nothing_else() {
        var evil = row("<script>alert(1)</script><img src=x onerror=alert(2)>", "device", null, false, null, "imap");

        var text = Digests.written(about(digest("2022-09-16", window(Role.OWNER, evil)), tenant("<b>Contoso</b>")));

        assertThat(text.html()).doesNotContain("<script", "<img", "<b>Contoso").contains("&lt;script&gt;");
        assertThat(text.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_reader_of_a_language_that_we_do_not_write_reads_english() {
        var digest = digest("2022-09-16", window(Role.OWNER, PRINTER));

        assertThat(Digests.written(inLanguage("fr-CA", digest)).language()).isEqualTo("en");
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

    private static Clients.Row inFabrikam(Clients.Row row) {
        return new Clients.Row(
                row.id(),
                "Fabrikam",
                row.label(),
                row.kind(),
                row.account(),
                row.shared(),
                row.owner(),
                row.protocols());
    }

    private static void assertSameContent(MailText text) {
        assertThat(words(withoutMarkup(text.html()))).isEqualTo(words(text.text()));
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>", "$2: $1")
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
                .filter(word -> word.matches(".*[a-z0-9].*"))
                .toList();
    }
}
