package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.tenant.Tenant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to tell.
 *
 * @param person lower-cased mail address
 * @param locale the owner's language, else the tenant's
 */
record Addressee(String person, Role role, String locale) {

    /** The owner; of what nobody owns, the tenant's contact; nobody if there is none. */
    static Optional<Addressee> of(Client client, Tenant tenant) {
        if (client.ownerEmail() != null) {
            var locale = Objects.requireNonNullElse(client.ownerLocale(), tenant.locale());
            return Optional.of(new Addressee(client.ownerEmail(), Role.OWNER, locale));
        }
        return tenant.contact()
                .map(Facts::person)
                .map(person -> new Addressee(person, Role.FALLBACK_CONTACT, tenant.locale()));
    }

    /** Who can decide for the tenant. */
    static Optional<Addressee> decider(Tenant tenant) {
        return tenant.decider()
                .map(Facts::person)
                .map(person -> new Addressee(person, Role.DECISION_CONTACT, tenant.locale()));
    }
}
