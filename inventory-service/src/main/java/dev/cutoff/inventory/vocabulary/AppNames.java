package dev.cutoff.inventory.vocabulary;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the apps are called that sign in as themselves; reports know them by their id alone. */
public final class AppNames {

    private final Map<UUID, String> names;

    private AppNames(Map<UUID, String> names) {
        this.names = names;
    }

    public static AppNames of(Map<UUID, String> names) {
        return new AppNames(Map.copyOf(names));
    }

    /** @return null if nobody has told us */
    public @Nullable String of(UUID app) {
        return names.get(app);
    }
}
