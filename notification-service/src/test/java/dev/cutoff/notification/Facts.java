package dev.cutoff.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory and timeline say, in their own words. */
public final class Facts {

    /** The rollout of autumn 2022, no day named yet. */
    public static final String WINDOW = line("rolling-out", "\"2022-10-01\"", "\"2022-12-31\"", "null", "null")
            .replace("rolling-out", "working");

    private Facts() {}

    public static String tenant(String name, String zone) {
        var domain = name.toLowerCase() + ".example";
        return """
                {"name": "%s", "primaryDomain": "%s", "cloud": "worldwide", "createdOn": null, "timeZone": "%s", "locale": "en",
                 "decisionContact": "global-admin@%s", "fallbackContact": "mail-admins@%s"}""".formatted(name, domain, zone, domain, domain);
    }

    public static String client(String name, @Nullable String owner) {
        return client(name, owner, "owner-assigned");
    }

    public static String client(String name, @Nullable String owner, String status) {
        var person = owner == null
                ? "null"
                : """
                {"id": "%s", "name": "%s", "email": "%s", "locale": "en", "kind": "person"}""".formatted(UUID.nameUUIDFromBytes(owner.getBytes()), owner.split("@")[0], owner);
        return """
                {"kind": "device", "vendor": "Xerox", "product": "VersaLink C405", "name": "%s", "account": "scanner@contoso.example",
                 "status": "%s", "shared": false, "externalIds": [], "owner": %s}""".formatted(name, status, person);
    }

    /** A window in which the vendor may switch off. */
    public static String window(String state, @Nullable String decisionBy) {
        return line(
                state,
                "\"2022-10-01\"",
                "\"2022-12-31\"",
                "null",
                decisionBy == null ? "null" : "\"" + decisionBy + "\"");
    }

    /** A day that the vendor has named. */
    public static String named(String state, String day) {
        var quoted = "\"" + day + "\"";
        return line(state, quoted, quoted, quoted, "null")
                .replace("\"until\": null", "\"until\": \"" + day + "T00:00:00Z\"");
    }

    public static String line(String state, String earliest, String latest, String day, String decisionBy) {
        return """
                {"programme": "exchange-online-basic-auth", "qualifier": null, "state": "%s", "since": null, "until": null,
                 "cutoff": {"earliest": %s, "latest": %s, "day": %s, "precision": "day", "reason": "in words"}, "decisionBy": %s,
                 "allowedActions": [{"action": "opt-out", "allowed": true, "reason": "in its window", "from": "2022-09-01T00:00:00Z",
                   "until": "2022-10-01T00:00:00Z", "channel": "self-service"}],
                 "declared": null, "confirmed": null, "observed": null, "basis": "rule", "effective": "exchange-online-basic-auth",
                 "announced": "2022-09-01", "checkedOn": "2022-09-14", "revision": "2022-09-01"}""".formatted(state, earliest, latest, day, decisionBy);
    }
}
