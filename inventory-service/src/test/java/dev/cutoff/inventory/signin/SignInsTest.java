package dev.cutoff.inventory.signin;

import static dev.cutoff.inventory.signin.SignInField.ADDRESS;
import static dev.cutoff.inventory.signin.SignInField.APP_ID;
import static dev.cutoff.inventory.signin.SignInField.APP_NAME;
import static dev.cutoff.inventory.signin.SignInField.CLIENT_APP;
import static dev.cutoff.inventory.signin.SignInField.CREDENTIAL_TYPE;
import static dev.cutoff.inventory.signin.SignInField.ERROR_CODE;
import static dev.cutoff.inventory.signin.SignInField.HOME_TENANT;
import static dev.cutoff.inventory.signin.SignInField.ID;
import static dev.cutoff.inventory.signin.SignInField.RESOURCE_TENANT;
import static dev.cutoff.inventory.signin.SignInField.SERVICE_PRINCIPAL_ID;
import static dev.cutoff.inventory.signin.SignInField.STATUS;
import static dev.cutoff.inventory.signin.SignInField.TIME;
import static dev.cutoff.inventory.signin.SignInField.USER_AGENT;
import static dev.cutoff.inventory.signin.SignInField.USER_ID;
import static dev.cutoff.inventory.signin.SignInField.USER_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.signin.Judgement.Guest;
import dev.cutoff.inventory.signin.Judgement.Refused;
import dev.cutoff.inventory.signin.Judgement.Taken;
import dev.cutoff.inventory.vocabulary.AppNames;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientApps;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.PolicyBlocks;
import dev.cutoff.inventory.vocabulary.Products;
import dev.cutoff.inventory.vocabulary.Protocol;
import dev.cutoff.inventory.vocabulary.Use;
import dev.cutoff.inventory.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInsTest {

    private static final UUID CONTOSO = UUID.fromString("8bb6f14a-714e-4fdc-89f6-05418818a00b");
    private static final String OTHER = "99999999-9999-4999-8999-999999999999";

    private final SignIns signIns = new SignIns(
            CONTOSO,
            Instant.parse("2022-09-01T00:00:00Z"),
            new Vocabulary(
                    ClientApps.of(Map.of("IMAP4", new Use(Protocol.IMAP, AuthMethod.BASIC, true))),
                    Products.of(List.of()),
                    AppNames.of(Map.of()),
                    PolicyBlocks.of(Set.of(53003, 530035))));

    private final Map<SignInField, String> usual = new EnumMap<>(Map.of(
            ID, "b9f79dcc-f3ad-42fb-9ac6-da43d9849d5e",
            TIME, "2022-08-19T20:22:36.2158120Z",
            RESOURCE_TENANT, CONTOSO.toString(),
            HOME_TENANT, CONTOSO.toString(),
            USER_ID, "676fcbc2-10ce-4741-abc7-686a0233e57f",
            ADDRESS, "Hana.Costa20@contoso.example",
            CLIENT_APP, "imap4",
            ERROR_CODE, "0"));

    private Judgement judge(SignInField field, @Nullable String value) {
        return judge(Map.of(field, String.valueOf(value)));
    }

    private Judgement judge(Map<SignInField, String> changes) {
        var row = new RawSignIn();
        changes.forEach((field, value) -> row.set(field, value.equals("null") ? null : value));
        usual.forEach((field, value) -> {
            if (!changes.containsKey(field)) {
                row.set(field, value);
            }
        });
        return signIns.judge(row);
    }

    @Test
    void a_row_is_taken_with_its_address_in_lower_case() {
        assertThat(judge(Map.of())).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.address()).isEqualTo("hana.costa20@contoso.example");
            assertThat(taken.userId()).isEqualTo(UUID.fromString("676fcbc2-10ce-4741-abc7-686a0233e57f"));
            assertThat(taken.at()).isEqualTo(1_660_940_556_215_812L);
            assertThat(taken.result()).isEqualTo(Result.SUCCESS);
            assertThat(taken.traits().use()).isEqualTo(new Use(Protocol.IMAP, AuthMethod.BASIC, true));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0     | -           | SUCCESS
            0     | Failure     | SUCCESS
            53003 | Failure     | BLOCKED
            530035| Failure     | BLOCKED
            50126 | Failure     | FAILURE
            50053 | Success     | FAILURE
            -     | Success     | SUCCESS
            -     | success     | SUCCESS
            -     | Failure     | FAILURE
            -     | Interrupted | FAILURE
            None  | Success     | SUCCESS
            None  | Failure     | FAILURE
            """)
    void the_code_decides_and_without_one_the_status(@Nullable String code, @Nullable String status, Result result) {
        var judged = judge(Map.of(ERROR_CODE, String.valueOf(code), STATUS, String.valueOf(status)));

        assertThat(judged)
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.result()).isEqualTo(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ID              | -
            ID              | 1-1-1-1-1
            ID              | b9f79dcc-f3ad-42fb-9ac6-da43d9849d5
            ID              | +9f79dcc-f3ad-42fb-9ac6-da43d9849d5e
            ID              | {b9f79dcc-f3ad-42fb-9ac6-da43d9849d5e}
            TIME            | -
            TIME            | yesterday
            TIME            | 2009-12-31T23:59:59Z
            TIME            | 2022-09-01T00:00:01Z
            RESOURCE_TENANT | 99999999-9999-4999-8999-999999999999
            RESOURCE_TENANT | contoso
            HOME_TENANT     | contoso
            USER_ID         | hana
            ERROR_CODE      | zero
            ERROR_CODE      | None
            ERROR_CODE      | -
            """)
    void what_cannot_be_taken_is_refused_with_its_field_and_value(SignInField field, @Nullable String value) {
        assertThat(judge(field, value)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.reason()).isNotBlank();
        });
    }

    @Test
    void what_came_of_it_is_not_guessed_from_a_word_that_nobody_knows() {
        var judged = judge(
                Map.of(ERROR_CODE, "null", STATUS, "Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus"));

        assertThat(judged).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(STATUS);
            assertThat(refused.value()).startsWith("Microsoft.Graph");
        });
    }

    @Test
    void a_row_of_no_tenant_is_of_the_tenant_of_the_import() {
        assertThat(judge(Map.of(RESOURCE_TENANT, "null", HOME_TENANT, "null"))).isInstanceOf(Taken.class);
    }

    @Test
    void who_is_at_home_elsewhere_is_a_guest() {
        assertThat(judge(HOME_TENANT, OTHER)).isEqualTo(new Guest());
        assertThat(judge(Map.of(HOME_TENANT, "null", USER_TYPE, "Guest"))).isEqualTo(new Guest());
        assertThat(judge(USER_TYPE, "Guest")).isInstanceOf(Taken.class);
    }

    @Test
    void an_unknown_user_is_known_by_the_address_that_was_typed() {
        assertThat(judge(USER_ID, "00000000-0000-0000-0000-000000000000"))
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.userId()).isNull());
        assertThat(judge(Map.of(USER_ID, "null", ADDRESS, "null"))).isInstanceOf(Refused.class);
        assertThat(judge(ADDRESS, "a".repeat(321))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"certificate, CERTIFICATE", "Client certificate, CERTIFICATE", "clientSecret, MODERN", "null, MODERN"})
    void an_app_signs_in_as_itself(String credential, AuthMethod method) {
        var app = "CC15FD57-2c6c-4117-a88c-83b1d56b4bbe";
        var judged = judge(Map.of(
                USER_ID, "null",
                ADDRESS, "null",
                CLIENT_APP, "null",
                SERVICE_PRINCIPAL_ID, "e795cde3-e3a2-4b8a-8ff5-8cbbea6e084f",
                APP_ID, app,
                APP_NAME, "Room booking panel",
                CREDENTIAL_TYPE, credential));

        assertThat(judged).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.userId()).isEqualTo(UUID.fromString(app));
            assertThat(taken.address()).isEqualTo(app.toLowerCase());
            assertThat(taken.traits().use()).isEqualTo(new Use(Protocol.UNSPECIFIED, method, true));
            assertThat(taken.traits().product().name()).isEqualTo("Room booking panel");
            assertThat(taken.traits().product().kind()).isEqualTo(ClientKind.SERVICE);
        });
    }

    @Test
    void the_same_words_are_judged_once() {
        var first = (Taken) judge(USER_AGENT, "FancyMailer/1.2");
        var second = (Taken) judge(USER_AGENT, "FancyMailer/1.2");

        assertThat(second.traits()).isSameAs(first.traits());
    }
}
