package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client of which the last plan knew.
 *
 * @param ownerEmail in lower case; null if nobody answers for it
 * @param lines that decide for what it uses
 */
public record KnownClient(UUID clientId, @Nullable String ownerEmail, boolean resolved, Set<Line> lines) {}
