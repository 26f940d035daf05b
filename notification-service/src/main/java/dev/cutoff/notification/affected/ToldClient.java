package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client of which somebody is told.
 *
 * @param shared whether others use the same account
 * @param resolved whether it needs telling no more
 * @param lines that decide for what it uses
 */
public record ToldClient(
        UUID tenantId,
        UUID clientId,
        String kind,
        @Nullable String product,
        @Nullable String name,
        @Nullable String account,
        boolean shared,
        boolean resolved,
        Set<Line> lines) {}
