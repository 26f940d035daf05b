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

import dev.cutoff.inventory.signin.Judgement.Guest;
import dev.cutoff.inventory.signin.Judgement.Refused;
import dev.cutoff.inventory.signin.Judgement.Taken;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.Product;
import dev.cutoff.inventory.vocabulary.Protocol;
import dev.cutoff.inventory.vocabulary.Use;
import dev.cutoff.inventory.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one tenant's sign-in log, one by one. Not for several threads: it remembers what user agents it has seen. */
public final class SignIns {

    /** What the log has where nobody was recognised. */
    private static final UUID NOBODY = new UUID(0, 0);
    /** The directory is younger; an older date is a mistake that would never grow stale. */
    private static final long EARLIEST = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private static final int LONGEST_ADDRESS = 320;
    private static final int REMEMBERED = 8192;

    private record Spoken(
            @Nullable String clientApp, @Nullable String userAgent) {}

    private final UUID tenant;
    private final long latest;
    private final Vocabulary vocabulary;
    private final Map<Spoken, Traits> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Spoken, Traits> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param tenant whose log it is
     * @param latest no sign-in can be later
     */
    public SignIns(UUID tenant, Instant latest, Vocabulary vocabulary) {
        this.tenant = tenant;
        this.latest = ChronoUnit.MICROS.between(Instant.EPOCH, latest);
        this.vocabulary = vocabulary;
    }

    public Judgement judge(RawSignIn row) {
        var id = guid(row, ID);
        if (id == null) {
            return notAGuid(row, ID);
        }
        var time = row.get(TIME);
        var at = time == null ? OptionalLong.empty() : Instants.micros(time);
        if (at.isEmpty()) {
            return new Refused(TIME, "is not a time such as 2022-08-19T20:22:36.2158120Z", time);
        }
        if (at.getAsLong() < EARLIEST || at.getAsLong() > latest) {
            return new Refused(TIME, "is not between 2010 and now", time);
        }
        var foreign = foreign(row);
        if (foreign != null) {
            return foreign;
        }
        var result = result(row);
        if (result == null) {
            return withoutResult(row);
        }
        return row.get(SERVICE_PRINCIPAL_ID) != null && row.get(USER_ID) == null
                ? ofApp(row, id, at.getAsLong(), result)
                : ofUser(row, id, at.getAsLong(), result);
    }

    /** A row of another tenant, or of another tenant's user; null for one of ours. */
    private @Nullable Judgement foreign(RawSignIn row) {
        if (row.get(RESOURCE_TENANT) != null && !tenant.equals(guid(row, RESOURCE_TENANT))) {
            return new Refused(RESOURCE_TENANT, "is not the tenant that this import is for", row.get(RESOURCE_TENANT));
        }
        if (row.get(HOME_TENANT) == null) {
            return "guest".equalsIgnoreCase(row.get(USER_TYPE)) ? new Guest() : null;
        }
        var home = guid(row, HOME_TENANT);
        if (home == null) {
            return notAGuid(row, HOME_TENANT);
        }
        return home.equals(tenant) ? null : new Guest();
    }

    private Judgement ofUser(RawSignIn row, UUID id, long at, Result result) {
        var user = guid(row, USER_ID);
        if (user == null && row.get(USER_ID) != null) {
            return notAGuid(row, USER_ID);
        }
        var userId = NOBODY.equals(user) ? null : user;
        var address = row.get(ADDRESS);
        if (userId == null && address == null) {
            return new Refused(ADDRESS, "is missing, and so is the user id: the row names no account", null);
        }
        if (address != null && address.length() > LONGEST_ADDRESS) {
            return new Refused(ADDRESS, "is longer than an address can be", address);
        }
        return new Taken(id, at, userId, lowerCase(address), traits(row), result);
    }

    private Judgement ofApp(RawSignIn row, UUID id, long at, Result result) {
        var app = guid(row, APP_ID);
        if (app == null) {
            return notAGuid(row, APP_ID);
        }
        var credential = row.get(CREDENTIAL_TYPE);
        // "certificate" in Graph, "Client certificate" in the admin centre.
        var method = credential != null && credential.toLowerCase(Locale.ROOT).contains("certificate")
                ? AuthMethod.CERTIFICATE
                : AuthMethod.MODERN;
        var use = new Use(Protocol.UNSPECIFIED, method, true);
        var name = row.get(APP_NAME) == null ? vocabulary.apps().of(app) : row.get(APP_NAME);
        var traits = new Traits(use, Product.app(app.toString(), name), null);
        return new Taken(id, at, app, app.toString(), traits, result);
    }

    /** By the error code, else by the status in words; null if neither can be read. */
    private @Nullable Result result(RawSignIn row) {
        var code = row.get(ERROR_CODE);
        if (code != null && !isNoCode(code)) {
            try {
                return result(Integer.parseInt(code));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        var status = row.get(STATUS);
        if (status == null) {
            return null;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "success" -> Result.SUCCESS;
            case "failure", "interrupted" -> Result.FAILURE;
            default -> null;
        };
    }

    private static Refused withoutResult(RawSignIn row) {
        var code = row.get(ERROR_CODE);
        if (row.get(STATUS) == null || code != null && !isNoCode(code)) {
            return new Refused(ERROR_CODE, "is no whole number, and no status says what came of it", code);
        }
        return new Refused(
                STATUS,
                "is neither Success, Failure nor Interrupted, and no error code says what came of it",
                row.get(STATUS));
    }

    /** The admin centre writes "None" where there is no code. */
    private static boolean isNoCode(String code) {
        return "none".equalsIgnoreCase(code);
    }

    private Result result(int errorCode) {
        if (errorCode == 0) {
            return Result.SUCCESS;
        }
        return vocabulary.blocks().has(errorCode) ? Result.BLOCKED : Result.FAILURE;
    }

    private Traits traits(RawSignIn row) {
        var spoken = new Spoken(row.get(CLIENT_APP), row.get(USER_AGENT));
        return remembered.computeIfAbsent(
                spoken,
                one -> new Traits(
                        vocabulary.clientApps().use(one.clientApp()),
                        vocabulary.products().recognise(one.userAgent()),
                        one.clientApp()));
    }

    private static @Nullable UUID guid(RawSignIn row, SignInField field) {
        var text = row.get(field);
        return text == null ? null : Guids.parse(text);
    }

    private static Refused notAGuid(RawSignIn row, SignInField field) {
        return new Refused(field, "is not a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b", row.get(field));
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
