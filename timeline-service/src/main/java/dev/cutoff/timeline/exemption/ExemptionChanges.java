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
            var confirmedAt = afterAsking(entry, told.confirmedAt(), "/confirmedAt");
            return entry.confirmed(confirmedAt, told.reference() == null ? entry.reference() : told.reference());
        });
    }

    /** @throws Refusal 400, 404, 428, 412, or 409 if that has happened before */
    ExemptionView revoke(UUID id, @Nullable String ifMatch, Revocation told) {
        past.require(told.revokedAt(), "/revokedAt");
        return exemptions.change(id, ifMatch, "revoked", told.reason(), entry -> {
            requireStanding(entry);
            return entry.revoked(afterAsking(entry, told.revokedAt(), "/revokedAt"));
        });
    }

    private static void requireStanding(LedgerEntry entry) {
        if (entry.revokedAt() != null) {
            throw new Refusal(
                    ExemptionRefusals.ALREADY_REVOKED, "It was taken back at " + entry.revokedAt() + " already");
        }
    }

    /**
     * The moment that was told, else now. A request may be dated a moment ahead of our clock, and nothing happens to it before it was made.
     *
     * @throws Refusal 400 if what was told lies before that
     */
    private Instant afterAsking(LedgerEntry entry, @Nullable Instant told, String pointer) {
        var asked = entry.requestedAt();
        if (told != null && told.isBefore(asked)) {
            throw Refusal.invalidField(pointer, "must not be before it was asked for at " + asked);
        }
        var moment = told == null ? past.now() : told;
        return moment.isBefore(asked) ? asked : moment;
    }
}
