package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.Past;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may happen to an exemption after it was recorded. */
@Singleton
class ExemptionChanges {

    private final Exemptions exemptions;
    private final Past past;

    ExemptionChanges(Exemptions exemptions, Past past) {
        this.exemptions = exemptions;
        this.past = past;
    }

    /** @throws Refusal 400, 404, 428, 412, or 409 if that has happened before */
    ExemptionView confirm(UUID id, @Nullable String ifMatch, Confirmation told) {
        past.require(told.confirmedAt(), "/confirmedAt");
        return exemptions.change(id, ifMatch, "confirmed", told.reason(), entry -> {
            requireStanding(entry);
            if (entry.confirmedAt() != null) {
                throw new Refusal(
                        ExemptionRefusals.ALREADY_CONFIRMED, "It was confirmed at " + entry.confirmedAt() + " already");
            }
            var confirmedAt = told.confirmedAt() == null ? latest(past.now(), entry.requestedAt()) : told.confirmedAt();
            if (confirmedAt.isBefore(entry.requestedAt())) {
                throw Refusal.invalidField(
                        "/confirmedAt", "must not be before it was asked for at " + entry.requestedAt());
            }
            return entry.confirmed(confirmedAt, told.reference() == null ? entry.reference() : told.reference());
        });
    }

    /** @throws Refusal 404, 428, 412, or 409 if that has happened before */
    ExemptionView revoke(UUID id, @Nullable String ifMatch, Revocation told) {
        return exemptions.change(id, ifMatch, "revoked", told.reason(), entry -> {
            requireStanding(entry);
            return entry.revoked(latest(past.now(), entry.requestedAt()));
        });
    }

    private static void requireStanding(LedgerEntry entry) {
        if (entry.revokedAt() != null) {
            throw new Refusal(
                    ExemptionRefusals.ALREADY_REVOKED, "It was taken back at " + entry.revokedAt() + " already");
        }
    }

    /** A request may be dated a moment ahead of our clock; nothing happens to it before it was made. */
    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
