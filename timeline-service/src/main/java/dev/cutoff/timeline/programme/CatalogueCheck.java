package dev.cutoff.timeline.programme;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the database has what this version's files say: an answer from an older catalogue could be a wrong date. */
@Singleton
@Readiness
final class CatalogueCheck implements HealthCheck {

    private final Catalogue catalogue;

    CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Catalogue")
                .status(catalogue.isLoaded())
                .build();
    }
}
