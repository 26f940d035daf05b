package dev.cutoff.notification.tenant;

import dev.cutoff.notification.inventory.InventoryTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant, as far as mails need it.
 *
 * @param version of inventory's tenant
 * @param timeZone in which its days are: that of its policy, else the one that inventory says
 * @param plannedOn the tenant's own day for which it was planned last; null if never
 */
public record Tenant(
        UUID id,
        long version,
        String name,
        ZoneId timeZone,
        String locale,
        @Nullable String decisionContact,
        @Nullable String fallbackContact,
        @Nullable LocalDate plannedOn) {

    static Tenant of(InventoryTenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.version(),
                tenant.name(),
                tenant.timeZone(),
                tenant.locale(),
                tenant.decisionContact(),
                tenant.fallbackContact(),
                null);
    }

    /** The same, as it is when it was planned for that day. */
    public Tenant plannedOn(LocalDate day) {
        return new Tenant(id, version, name, timeZone, locale, decisionContact, fallbackContact, day);
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, timeZone);
    }

    /** Who hears of what nobody owns; somebody of the tenant before nobody at all. */
    public Optional<String> contact() {
        return Optional.ofNullable(fallbackContact).or(() -> Optional.ofNullable(decisionContact));
    }

    /** Who can decide; somebody of the tenant before nobody at all. */
    public Optional<String> decider() {
        return Optional.ofNullable(decisionContact).or(() -> Optional.ofNullable(fallbackContact));
    }
}
