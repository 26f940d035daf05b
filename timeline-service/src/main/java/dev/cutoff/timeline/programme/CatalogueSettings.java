package dev.cutoff.timeline.programme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where vendors' announcements come from, besides what the service brings. */
@ConfigMapping(prefix = "cutoff.catalogue")
interface CatalogueSettings {

    /** Files here are read at start too, so that a new date needs no release. */
    Optional<Path> folder();

    /** After this long nobody can be sure that the vendor has not said something else: lines have slipped within a month. */
    @WithDefault("30D")
    Duration staleAfter();
}
