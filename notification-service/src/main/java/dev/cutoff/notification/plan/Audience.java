package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of something, and who would be and is not. A pure decision.
 *
 * @param told each person once
 * @param passed who is passed over; {@link Family#NOBODY} where nobody is left to tell
 */
record Audience(List<Addressee> told, List<Passed> passed) {

    /** Somebody who is not told. */
    record Passed(Addressee addressee, Reason why) {}

    /**
     * Of a client: its owner; in place of one who cannot be reached the deputy, then the tenant's contact. Of what only the person behind the
     * account could answer for, that person where the policy says so, else the contact; of what nobody does, the contact as such.
     *
     * @param owner who stands in for the owner; null if that is not known
     * @param unreachable those whom mail does not reach
     * @param disowning those who say that the client is somebody else's
     */
    static Audience of(
            Client client,
            @Nullable Owner owner,
            Tenant tenant,
            EffectivePolicy policy,
            Set<String> unreachable,
            Set<String> disowning) {
        var choosing = new Choosing(tenant, policy, unreachable, disowning);
        if (client.ownerEmail() != null) {
            choosing.owner(client.ownerEmail(), client.ownerLocale(), owner);
        } else if (client.accountPerson() != null) {
            choosing.personBehind(client.accountPerson());
        } else {
            choosing.contact(Role.FALLBACK_CONTACT);
        }
        return choosing.chosen();
    }

    /** Of a decision: who can decide. */
    static Audience ofDecision(Tenant tenant, EffectivePolicy policy, Set<String> unreachable) {
        var choosing = new Choosing(tenant, policy, unreachable, Set.of());
        choosing.decider();
        return choosing.chosen();
    }

    /** Of what concerns the tenant as a whole. */
    static Audience ofTenant(Tenant tenant, EffectivePolicy policy, Set<String> unreachable) {
        var choosing = new Choosing(tenant, policy, unreachable, Set.of());
        choosing.contact(Role.TENANT_CONTACT);
        return choosing.chosen();
    }

    /** All who may be told of something in the tenant that is no client's. */
    static Stream<String> contacts(Tenant tenant) {
        return Stream.of(tenant.fallbackContact(), tenant.decisionContact())
                .map(Facts::person)
                .filter(Objects::nonNull);
    }

    /** Who is told, or would be if mail reached them and they had not said that it is somebody else's. */
    Stream<String> people() {
        return Stream.concat(
                told.stream().map(Addressee::person),
                passed.stream()
                        .filter(item -> item.why() == Reason.UNREACHABLE || item.why() == Reason.NOT_MINE)
                        .map(item -> item.addressee().person()));
    }

    Optional<Reason> whyPassed(String person) {
        return passed.stream()
                .filter(item -> item.addressee().person().equals(person))
                .map(Passed::why)
                .findFirst();
    }

    boolean tells(String person) {
        return told.stream().anyMatch(addressee -> addressee.person().equals(person));
    }

    private static final class Choosing {

        private final Tenant tenant;
        private final EffectivePolicy policy;
        private final Set<String> unreachable;
        private final Set<String> disowning;
        private final List<Addressee> told = new ArrayList<>();
        private final List<Passed> passed = new ArrayList<>();

        Choosing(Tenant tenant, EffectivePolicy policy, Set<String> unreachable, Set<String> disowning) {
            this.tenant = tenant;
            this.policy = policy;
            this.unreachable = unreachable;
            this.disowning = disowning;
        }

        void owner(String email, @Nullable String locale, @Nullable Owner standIn) {
            var recipients = policy.recipients();
            var owner = new Addressee(email, Role.OWNER, locale(locale));
            if (recipients.tellsOwner()) {
                tell(owner);
            } else {
                passed.add(new Passed(owner, Reason.BY_POLICY));
            }
            var isMissed = recipients.tellsOwner() && told.isEmpty();
            if (standIn != null && standIn.deputyEmail() != null && (isMissed || recipients.tellsDeputy())) {
                tell(new Addressee(standIn.deputyEmail(), Role.DEPUTY, locale(standIn.deputyLocale())));
            }
            contactBesideOrInstead();
        }

        void personBehind(String account) {
            var person = new Addressee(account, Role.OWNER, locale(null));
            if (policy.recipients().tellsPersonalAccounts()) {
                tell(person);
            } else {
                passed.add(new Passed(person, Reason.BY_POLICY));
            }
            contactBesideOrInstead();
        }

        private void contactBesideOrInstead() {
            if (told.isEmpty() || policy.recipients().tellsTenantContact()) {
                contact(Role.TENANT_CONTACT);
            }
        }

        void contact(Role role) {
            firstOf(role, tenant.fallbackContact(), tenant.decisionContact());
        }

        void decider() {
            firstOf(Role.DECISION_CONTACT, tenant.decisionContact(), tenant.fallbackContact());
        }

        /** Somebody of the tenant before nobody at all. */
        private void firstOf(Role role, @Nullable String... addresses) {
            Stream.of(addresses)
                    .map(Facts::person)
                    .filter(Objects::nonNull)
                    .distinct()
                    .filter(person -> tell(new Addressee(person, role, locale(null))))
                    .findFirst();
        }

        private boolean tell(Addressee addressee) {
            if (unreachable.contains(addressee.person())) {
                passed.add(new Passed(addressee, Reason.UNREACHABLE));
                return false;
            }
            if (disowning.contains(addressee.person())) {
                passed.add(new Passed(addressee, Reason.NOT_MINE));
                return false;
            }
            if (told.stream().noneMatch(known -> known.person().equals(addressee.person()))) {
                told.add(addressee);
            }
            return true;
        }

        private String locale(@Nullable String own) {
            if (own != null) {
                return own;
            }
            return policy.locale() == null ? tenant.locale() : policy.locale();
        }

        Audience chosen() {
            if (told.isEmpty()) {
                passed.add(
                        new Passed(new Addressee(Family.NOBODY, Role.FALLBACK_CONTACT, locale(null)), Reason.NOBODY));
            }
            return new Audience(List.copyOf(told), List.copyOf(passed));
        }
    }
}
