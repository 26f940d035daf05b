package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in log as the Entra admin centre exports it, of users (interactive or not), of applications and of managed identities: up to 57
 * columns, of which one comes twice and some are padded. Columns are found by name, in any order; all but the time and the id may be missing.
 */
public final class EntraSignInCsv implements SignInFormat {

    private static final Map<SignInField, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(SignInField.ID, "Request ID"),
            Map.entry(SignInField.TIME, "Date (UTC)"),
            Map.entry(SignInField.RESOURCE_TENANT, "Resource tenant ID"),
            Map.entry(SignInField.HOME_TENANT, "Home tenant ID"),
            Map.entry(SignInField.USER_TYPE, "User type"),
            Map.entry(SignInField.USER_ID, "User ID"),
            Map.entry(SignInField.ADDRESS, "Username"),
            Map.entry(SignInField.SERVICE_PRINCIPAL_ID, "Service principal ID"),
            Map.entry(SignInField.APP_ID, "Application ID"),
            Map.entry(SignInField.APP_NAME, "Application"),
            Map.entry(SignInField.CREDENTIAL_TYPE, "Client credential type"),
            Map.entry(SignInField.CLIENT_APP, "Client app"),
            Map.entry(SignInField.USER_AGENT, "User agent"),
            Map.entry(SignInField.STATUS, "Status"),
            Map.entry(SignInField.ERROR_CODE, "Sign-in error code")));

    /** What the exports of applications call what the others call otherwise. */
    private static final Map<String, SignInField> ALSO = Map.of(
            "Service principal object ID", SignInField.SERVICE_PRINCIPAL_ID,
            "Service principal name", SignInField.APP_NAME,
            "Application name", SignInField.APP_NAME,
            "App ID", SignInField.APP_ID,
            "App display name", SignInField.APP_NAME,
            "Credential type", SignInField.CREDENTIAL_TYPE,
            "User principal name", SignInField.ADDRESS,
            "Error code", SignInField.ERROR_CODE);

    @Override
    public FormatName name() {
        return FormatName.ENTRA_SIGN_IN_CSV;
    }

    @Override
    public String looksLike() {
        return "CSV with the columns Date (UTC), Request ID, User ID, Username, Client app, Status and others of an Entra sign-in log";
    }

    @Override
    public String nameOf(SignInField field) {
        return COLUMNS.get(field);
    }

    @Override
    public boolean understands(Opening opening) {
        return opening.header().has("Date (UTC)", "Request ID");
    }

    @Override
    public void read(Opening opening, InputStream body, Records<RawSignIn> records) throws IOException {
        var fields = fields(opening.header());
        var isOfApps =
                Stream.of(fields).noneMatch(field -> field == SignInField.USER_ID || field == SignInField.ADDRESS);
        var row = new RawSignIn();
        new CsvRecords(opening.header()).read(body, records, (line, values) -> {
            row.clear();
            for (var i = 0; i < fields.length; i++) {
                if (fields[i] != null) {
                    row.set(fields[i], fields[i] == SignInField.TIME ? UtcTimes.inFull(values.get(i)) : values.get(i));
                }
            }
            if (isOfApps) {
                // Where no column is of users the rows are of apps, whether or not their service principals are named.
                row.set(SignInField.SERVICE_PRINCIPAL_ID, row.get(SignInField.APP_ID));
            }
            records.record(line, row);
        });
    }

    /** By column, the field that it is; null for the columns that decide nothing. */
    private static @Nullable SignInField[] fields(CsvHeader header) {
        var fields = new SignInField[header.columns().size()];
        for (var i = 0; i < fields.length; i++) {
            var key = CsvHeader.key(header.columns().get(i));
            for (var column : COLUMNS.entrySet()) {
                if (CsvHeader.key(column.getValue()).equals(key)) {
                    fields[i] = column.getKey();
                }
            }
            for (var column : ALSO.entrySet()) {
                if (CsvHeader.key(column.getKey()).equals(key)) {
                    fields[i] = column.getValue();
                }
            }
        }
        return fields;
    }
}
