package dev.cutoff.inventory.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code clientAppUsed} means. Legacy is everything but browser and modern clients, as in the vendor's own workbook: a word that is
 * not in the table is taken in as legacy, so that a new name never hides a client.
 */
public final class ClientApps {

    private final Map<String, Use> uses;

    private ClientApps(Map<String, Use> uses) {
        this.uses = uses;
    }

    /** @param uses by the vendor's word, in any case */
    public static ClientApps of(Map<String, Use> uses) {
        var byKey = new HashMap<String, Use>();
        uses.forEach((name, use) -> byKey.put(key(name), use));
        return new ClientApps(Map.copyOf(byKey));
    }

    public Use use(@Nullable String clientApp) {
        if (clientApp == null || clientApp.isBlank()) {
            return Use.UNSET;
        }
        return uses.getOrDefault(key(clientApp), Use.NEVER_SEEN);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
