package dev.cutoff.inventory.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * The program behind a sign-in, as far as it says.
 *
 * @param key what makes two sightings the same product: {@code outlook-2013}
 * @param kind what sort of client it makes
 * @param name in words; null if it says nothing of itself
 */
public record Product(
        String key,
        ClientKind kind,
        @Nullable String vendor,
        @Nullable String name,
        @Nullable String version,
        @Nullable String operatingSystem) {

    /** It says nothing of itself. */
    public static final Product UNKNOWN = new Product("unknown", ClientKind.UNKNOWN, null, null, null, null);

    /** An app that signs in as itself: the directory knows its name. */
    public static Product app(String appId, @Nullable String name) {
        return new Product("app:" + appId, ClientKind.SERVICE, null, name, null, null);
    }

    /** The same product, without what changes from one update to the next. */
    public Product withoutVersion() {
        return new Product(key, kind, vendor, name, null, null);
    }
}
