package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.tenant.Tenant;
import java.util.Optional;

/**
 * Whom to tell.
 *
 * @param person lower-cased mail address
 * @param locale the owner's language, else that of the policy
 */
record Addressee(String person, Role role, String locale) {

    /** The owner; of what nobody owns, the tenant's contact; nobody if there is none. */
    static Optional<Addressee> of(Client client, Tenant tenant, EffectivePolicy policy) {
        if (client.ownerEmail() != null) {
            var locale = client.ownerLocale() == null ? locale(tenant, policy) : client.ownerLocale();
            return Optional.of(new Addressee(client.ownerEmail(), Role.OWNER, locale));
        }
        return tenant.contact()
                .map(Facts::person)
                .map(person -> new Addressee(person, Role.FALLBACK_CONTACT, locale(tenant, policy)));
    }

    /** Who can decide for the tenant. */
    static Optional<Addressee> decider(Tenant tenant, EffectivePolicy policy) {
        return tenant.decider()
                .map(Facts::person)
                .map(person -> new Addressee(person, Role.DECISION_CONTACT, locale(tenant, policy)));
    }

    private static String locale(Tenant tenant, EffectivePolicy policy) {
        return policy.locale() == null ? tenant.locale() : policy.locale();
    }
}
