package dev.cutoff.inventory.client;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "cutoff.clients")
interface ClientsConfig {

    /**
     * Sources from the highest down: what a higher one has set of a client, a lower one does not overwrite. One that is not named is
     * below all that are, and among equals the last one wins. People are above all sources.
     */
    Optional<List<String>> sourceRanking();
}
