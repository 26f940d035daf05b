package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code signIn} of the Graph, v1.0 or beta, or of its PowerShell, token by token: what decides nothing is passed over. */
final class GraphSignIn implements JsonRecord<RawSignIn> {

    private static final Map<SignInField, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(SignInField.ID, "id"),
            Map.entry(SignInField.TIME, "createdDateTime"),
            Map.entry(SignInField.RESOURCE_TENANT, "resourceTenantId"),
            Map.entry(SignInField.HOME_TENANT, "homeTenantId"),
            Map.entry(SignInField.USER_TYPE, "userType"),
            Map.entry(SignInField.USER_ID, "userId"),
            Map.entry(SignInField.ADDRESS, "userPrincipalName"),
            Map.entry(SignInField.SERVICE_PRINCIPAL_ID, "servicePrincipalId"),
            Map.entry(SignInField.APP_ID, "appId"),
            Map.entry(SignInField.APP_NAME, "servicePrincipalName"),
            Map.entry(SignInField.CREDENTIAL_TYPE, "clientCredentialType"),
            Map.entry(SignInField.CLIENT_APP, "clientAppUsed"),
            Map.entry(SignInField.USER_AGENT, "userAgent"),
            Map.entry(SignInField.STATUS, "status"),
            Map.entry(SignInField.ERROR_CODE, "status.errorCode")));

    private static final Map<String, SignInField> FIELDS = NAMES.entrySet().stream()
            .flatMap(name -> Stream.of(
                    Map.entry(name.getValue(), name.getKey()),
                    Map.entry(PowerShell.capital(name.getValue()), name.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final RawSignIn row = new RawSignIn();
    private final PlainSignIn plain = new PlainSignIn(FIELDS);
    private @Nullable Flaw flaw;

    static String nameOf(SignInField field) {
        return NAMES.get(field);
    }

    @Override
    public RawSignIn record() {
        return row;
    }

    @Override
    public void begin() {
        row.clear();
        flaw = null;
    }

    @Override
    public boolean readPlain(byte[] text, int from, int to) {
        begin();
        return plain.read(text, from, to, row);
    }

    @Override
    public @Nullable Flaw flaw() {
        return flaw;
    }

    @Override
    public void field(JsonParser parser, String name) throws IOException {
        var field = FIELDS.get(name);
        if (parser.hasToken(JsonToken.START_OBJECT) && field == SignInField.STATUS) {
            status(parser);
            return;
        }
        if (parser.currentToken().isStructStart()) {
            pass(parser, name);
        } else if (field != null) {
            take(parser, field, name);
        }
    }

    private void status(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = "status." + PowerShell.name(parser.currentName());
            parser.nextToken();
            field(parser, name);
        }
    }

    private void take(JsonParser parser, SignInField field, String name) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return;
        }
        var text = field == SignInField.TIME ? PowerShell.time(parser.getText()) : parser.getText();
        var wrong = JsonRecord.flawOf(name, text);
        if (wrong == null) {
            row.set(field, text);
        } else {
            flaw = wrong;
        }
    }

    /** Passes over what is nested, and notes if it is nested too deep. */
    private void pass(JsonParser parser, String name) throws IOException {
        var depth = 1;
        while (depth > 0) {
            var token = parser.nextToken();
            if (token == null) {
                return; // the end of the text, which the next token will complain of
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth >= DEEPEST) {
                flaw = new Flaw(name, "is nested deeper than 64", null);
            }
        }
    }
}
