package dev.cutoff.notification.timeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a line of {@code GET /v1/cutoffs}: enough to see whether it still says what a plan was made from.
 *
 * @param state in timeline's words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TimelineCutoff(
        UUID tenantId,
        String programme,
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        String state,
        @Nullable Window cutoff,
        @Nullable LocalDate decisionBy) {}
