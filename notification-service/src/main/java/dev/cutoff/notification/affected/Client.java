package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client that some cutoff touches.
 *
 * @param shared whether others use the same account
 * @param resolved whether it no longer needs telling
 * @param lines that decide for what it uses
 */
public record Client(
        UUID id,
        String kind,
        @Nullable String product,
        @Nullable String name,
        @Nullable String account,
        boolean shared,
        boolean resolved,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        @Nullable String ownerLocale,
        Set<Line> lines) {}
