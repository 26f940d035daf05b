package dev.cutoff.commons.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Not ready while a migration that this version brings has not run. In production somebody else migrates, as the owner: a rollout
 * waits for that, whichever of the two comes first. A schema that is newer is fine, so that the last version goes on meanwhile.
 */
@Singleton
@Readiness
final class SchemaCheck implements HealthCheck {

    private static final String NAME = "Database schema";

    private final Flyway flyway;
    private volatile boolean isCurrent;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (isCurrent) {
            return HealthCheckResponse.up(NAME);
        }
        try {
            var pending = flyway.info().pending().length;
            isCurrent = pending == 0;
            return HealthCheckResponse.named(NAME)
                    .status(isCurrent)
                    .withData("pending", pending)
                    .build();
        } catch (FlywayException e) {
            return HealthCheckResponse.down(NAME);
        }
    }
}
