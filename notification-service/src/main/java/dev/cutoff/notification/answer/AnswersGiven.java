package dev.cutoff.notification.answer;

import java.util.UUID;

/** Told inside the transaction that keeps them: something was said, or taken back, about clients of the tenant. */
public record AnswersGiven(UUID tenantId) {}
