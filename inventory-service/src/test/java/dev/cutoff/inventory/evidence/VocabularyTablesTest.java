package dev.cutoff.inventory.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.Product;
import dev.cutoff.inventory.vocabulary.Protocol;
import dev.cutoff.inventory.vocabulary.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables under {@code vocabulary/} say of words that were seen in real logs. */
class VocabularyTablesTest {

    private static final VocabularyTables.Tables OURS = new VocabularyTables.Tables(null);

    private final dev.cutoff.inventory.vocabulary.ClientApps clientApps = VocabularyTables.clientApps(OURS);
    private final dev.cutoff.inventory.vocabulary.Products products = VocabularyTables.products(OURS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Browser                             | unspecified           | modern
            Mobile Apps and Desktop clients     | unspecified           | modern
            MOBILE APPS AND DESKTOP CLIENTS     | unspecified           | modern
            Modern clients                      | unspecified           | modern
            Authenticated SMTP                  | smtp-auth             | basic
            SMTP                                | smtp-auth             | basic
            AutoDiscover                        | autodiscover          | basic
            Autodiscover                        | autodiscover          | basic
            Exchange ActiveSync                 | eas                   | basic
            Exchange Active Sync                | eas                   | basic
            Exchange Online PowerShell          | remote-powershell     | basic
            Exchange Web Services               | ews                   | basic
            imap4                               | imap                  | basic
            IMAP                                | imap                  | basic
            MAPI Over HTTP                      | mapi                  | basic
            Offline Address Book                | oab                   | basic
            Outlook Anywhere (RPC over HTTP)    | rpc                   | basic
            POP3                                | pop                   | basic
            Reporting Web Services              | reporting-web-service | basic
            Other clients; Older Office clients | other                 | basic
            Universal Outlook                   | other                 | basic
            Other clients; IMAP                 | imap                  | basic
            other clients; pop                  | pop                   | basic
            Other clients; MAPI                 | mapi                  | basic
            Other clients; SMTP                 | smtp-auth             | basic
            Exchange ActiveSync (supported)     | eas                   | basic
            Exchange ActiveSync (unSupported)   | eas                   | basic
            """)
    void a_word_of_the_vendor_is_a_protocol_and_an_auth_method(String clientApp, String protocol, String authMethod) {
        var use = clientApps.use(clientApp);

        assertThat(WireName.of(use.protocol())).isEqualTo(protocol);
        assertThat(WireName.of(use.authMethod())).isEqualTo(authMethod);
        assertThat(use.known()).isTrue();
    }

    @Test
    void what_is_empty_is_unknown_and_what_was_never_seen_is_legacy() {
        assertThat(clientApps.use("")).isEqualTo(new Use(Protocol.UNSPECIFIED, AuthMethod.UNKNOWN, true));
        assertThat(clientApps.use(null)).isEqualTo(new Use(Protocol.UNSPECIFIED, AuthMethod.UNKNOWN, true));
        assertThat(clientApps.use("Fancy Mail")).isEqualTo(new Use(Protocol.OTHER, AuthMethod.BASIC, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Microsoft Office/15.0 (Windows NT 6.1; Microsoft Outlook 15.0.4420; Pro)  | outlook-2013      | desktop-app | 15.0.4420     | Windows 7
            Microsoft Office/14.0 (Windows NT 6.1; Microsoft Outlook 14.0.7248; Pro)  | outlook-2010      | desktop-app | 14.0.7248     | Windows 7
            Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.4266; Pro) | outlook-2016      | desktop-app | 16.0.4266     | Windows 10 or later
            Microsoft Office/16.0 (Windows NT 10.0; MAPI 16.0.13231; Pro)             | outlook-2016      | desktop-app | 16.0.13231    | Windows 10 or later
            Apple-iPhone9C1/1402.100                                                  | ios-mail          | mobile-app  | 1402.100      | iOS
            Apple-iPad6C3/1704.50                                                     | ios-mail          | mobile-app  | 1704.50       | iOS
            SAMSUNG-SM-G973F/101.90000                                                | samsung-email     | mobile-app  | 101.90000     | Android
            Android/9-EAS-2.0                                                         | android-mail      | mobile-app  | 2.0           | Android 9
            Outlook-iOS-Android/1.0                                                   | outlook-mobile    | mobile-app  | 1.0           | iOS or Android
            JavaMail                                                                  | javamail          | service     | -             | -
            ExchangeServicesClient/15.00.0913.015                                     | ews-managed-api   | service     | 15.00.0913.015 | -
            Microsoft WinRM Client                                                    | winrm             | script      | -             | Windows
            python-requests/2.28.1                                                    | python            | script      | 2.28.1        | -
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Thunderbird/102.1.0 | thunderbird | desktop-app | 102.1.0 | Windows 10 or later
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/104.0.0.0 Safari/537.36 Edg/104.0.1293.47 | edge | browser | - | Windows 10 or later
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Safari/605.1.15 | safari | browser | - | macOS
            Mozilla/5.0 (Windows NT 10.0; Win64; x64)                                 | browser           | browser     | -             | Windows 10 or later
            FancyMailer/1.2 (Linux)                                                   | agent:fancymailer | unknown     | -             | Linux
            """)
    void a_user_agent_is_a_product(
            String userAgent, String key, String kind, @Nullable String version, @Nullable String operatingSystem) {
        var product = products.recognise(userAgent);

        assertThat(product.key()).isEqualTo(key);
        assertThat(WireName.of(product.kind())).isEqualTo(kind);
        assertThat(product.version()).isEqualTo(version);
        assertThat(product.operatingSystem()).isEqualTo(operatingSystem);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "''", "'   '", "'()'", "123"})
    void what_says_nothing_of_itself_is_an_unknown_product(@Nullable String userAgent) {
        assertThat(products.recognise(userAgent)).isEqualTo(Product.UNKNOWN);
    }

    @Test
    void a_user_agent_without_end_takes_no_time() {
        assertThat(products.recognise("Microsoft Outlook " + "15.".repeat(500_000))
                        .key())
                .isEqualTo("outlook-2013");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1F7E42734F56448F85E1 | Apple-iPhone9C1  | mobile-app  | Apple     | iOS
            1F7E42734F56448F85E1 | SAMSUNG-SM-G973F | mobile-app  | Samsung   | Android
            ApplDNPLX0ABCDEF     | -                | mobile-app  | Apple     | iOS
            SEC1234567890AB      | -                | mobile-app  | Samsung   | Android
            androidc1234567890   | Fancy Phone      | mobile-app  | Google    | Android
            577D37A8C30244A490FA | WindowsMail      | desktop-app | Microsoft | Windows
            577D37A8C30244A490FA | Mozilla          | mobile-app  | -         | -
            """)
    void a_device_is_told_by_its_model_or_by_how_its_id_is_made(
            String id, @Nullable String model, String kind, @Nullable String vendor, @Nullable String operatingSystem) {
        var product = VocabularyTables.devices(OURS).recognise(id, model);

        assertThat(WireName.of(product.kind())).isEqualTo(kind);
        assertThat(product.vendor()).isEqualTo(vendor);
        assertThat(product.operatingSystem()).isEqualTo(operatingSystem);
    }

    @Test
    void forty_apps_at_least_are_known_by_name_each_with_its_source() {
        assertThat(OURS.rows("apps.csv"))
                .hasSizeGreaterThan(40)
                .allSatisfy(app -> assertThat(app.getField("source")).isNotBlank());
        assertThat(VocabularyTables.apps(OURS).of(UUID.fromString("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe")))
                .isEqualTo("Microsoft Teams Services");
    }

    @ParameterizedTest
    @ValueSource(ints = {53000, 53001, 53002, 53003, 530032, 530035})
    void what_a_policy_stopped_is_told_by_its_code(int errorCode) {
        assertThat(VocabularyTables.policyBlocks(OURS).has(errorCode)).isTrue();
    }

    /** Wrong password, locked, nobody of that name, switched off; and a second factor that is only asked for and may still come. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50126, 50053, 50034, 50057, 50074, 50076})
    void an_attempt_is_not_stopped_by_a_policy(int errorCode) {
        assertThat(VocabularyTables.policyBlocks(OURS).has(errorCode)).isFalse();
    }

    @Test
    void rows_of_the_user_come_before_ours(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("apps.csv"),
                "appId,name,vendor,source\ncc15fd57-2c6c-4117-a88c-83b1d56b4bbe,Our Teams,,us\n"
                        + "a1b2c3d4-0001-4e57-9a00-0000000000e1,Our archive,,us\n");
        Files.writeString(
                folder.resolve("client-apps.csv"), "name,protocol,authMethod,source\nFancy Mail,imap,basic,us\n");
        Files.writeString(folder.resolve("policy-blocks.csv"), "errorCode,name,source\n53009,Ours,us\n");
        var tables = new VocabularyTables.Tables(folder);

        assertThat(VocabularyTables.apps(tables).of(UUID.fromString("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe")))
                .isEqualTo("Our Teams");
        assertThat(VocabularyTables.apps(tables).of(UUID.fromString("a1b2c3d4-0001-4e57-9a00-0000000000e1")))
                .isEqualTo("Our archive");
        assertThat(VocabularyTables.clientApps(tables).use("fancy mail"))
                .isEqualTo(new Use(Protocol.IMAP, AuthMethod.BASIC, true));
        assertThat(VocabularyTables.policyBlocks(tables).has(53009)).isTrue();
    }
}
