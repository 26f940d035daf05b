package dev.cutoff.inventory.owner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner as a row. */
record OwnerRow(
        UUID id,
        long version,
        UUID tenantId,
        OwnerKind kind,
        @Nullable String name,
        String email,
        @Nullable String locale,
        @Nullable String deputyName,
        @Nullable String deputyEmail,
        @Nullable String deputyLocale,
        @Nullable Instant deputyStatedAt,
        @Nullable String managerName,
        @Nullable String managerEmail,
        @Nullable String managerLocale,
        @Nullable Instant managerStatedAt) {

    static OwnerRow of(Owner owner) {
        var deputy = owner.deputy();
        var manager = owner.manager();
        return new OwnerRow(
                owner.id(),
                owner.version(),
                owner.tenantId(),
                owner.kind(),
                owner.name(),
                owner.email(),
                owner.locale(),
                deputy == null ? null : deputy.name(),
                deputy == null ? null : deputy.email(),
                deputy == null ? null : deputy.locale(),
                deputy == null ? null : deputy.statedAt(),
                manager == null ? null : manager.name(),
                manager == null ? null : manager.email(),
                manager == null ? null : manager.locale(),
                manager == null ? null : manager.statedAt());
    }

    Owner owner() {
        var deputy =
                deputyEmail == null ? null : new PersonSnapshot(deputyName, deputyEmail, deputyLocale, deputyStatedAt);
        var manager = managerEmail == null
                ? null
                : new PersonSnapshot(managerName, managerEmail, managerLocale, managerStatedAt);
        return new Owner(id, version, tenantId, kind, name, email, locale, deputy, manager);
    }
}
