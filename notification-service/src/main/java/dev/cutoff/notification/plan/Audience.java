package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.escalation.VacancyReason;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
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
 * @param vacancy why nobody takes it; null if somebody may
 * @param movesOn the next day on which somebody else may be told because nobody has answered; null if there is none
 */
record Audience(
        List<Addressee> told,
        List<Passed> passed,
        @Nullable VacancyReason vacancy,
        @Nullable LocalDate movesOn) {

    /** Somebody who is not told. */
    record Passed(Addressee addressee, Reason why) {}

    /**
     * Of a client: its owner; behind one who cannot be reached, says that it is not theirs or does not answer in time the deputy, the manager,
     * then the tenant's contact. Of what only the person behind the account could answer for, that person where the policy says so, else the
     * contact; of what nobody does, the contact as such.
     *
     * @param owner who is in line behind the owner; null if that is not known
     * @param deadline null if no day is known
     * @param course what has become of it by now
     */
    static Audience of(
            Client client,
            @Nullable Owner owner,
            Tenant tenant,
            EffectivePolicy policy,
            @Nullable Deadline deadline,
            Course course) {
        var line = new Succession(tenant, policy, course);
        if (client.ownerEmail() != null) {
            line.owner(client.ownerEmail(), client.ownerLocale(), owner);
        } else if (client.accountPerson() != null) {
            line.personBehind(client.accountPerson());
        } else {
            line.contact(Role.FALLBACK_CONTACT);
        }
        return line.chosen(deadline);
    }

    /** Of a decision: who can decide. */
    static Audience ofDecision(Tenant tenant, EffectivePolicy policy, Set<String> unreachable) {
        return Succession.firstOf(
                Role.DECISION_CONTACT, tenant, policy, unreachable, tenant.decisionContact(), tenant.fallbackContact());
    }

    /** Of what concerns the tenant as a whole. */
    static Audience ofTenant(Tenant tenant, EffectivePolicy policy, Set<String> unreachable) {
        return Succession.firstOf(
                Role.TENANT_CONTACT, tenant, policy, unreachable, tenant.fallbackContact(), tenant.decisionContact());
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
}
