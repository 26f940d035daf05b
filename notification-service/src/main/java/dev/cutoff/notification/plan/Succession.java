package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.escalation.Cause;
import dev.cutoff.notification.escalation.Turn;
import dev.cutoff.notification.escalation.Turns;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.policy.Escalation;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is in line for a client, first to last, and what becomes of each. Pure. */
final class Succession {

    /** Somebody in line. */
    private record Rank(Addressee addressee, int workingDays) {

        String person() {
            return addressee.person();
        }

        boolean isContact() {
            return switch (addressee.role()) {
                case TENANT_CONTACT, FALLBACK_CONTACT, DECISION_CONTACT -> true;
                case OWNER, DEPUTY, MANAGER -> false;
            };
        }
    }

    private final Tenant tenant;
    private final EffectivePolicy policy;
    private final Course course;
    private final List<Rank> ranks = new ArrayList<>();
    private final List<Audience.Passed> byPolicy = new ArrayList<>();
    private boolean isOwned;

    Succession(Tenant tenant, EffectivePolicy policy, Course course) {
        this.tenant = tenant;
        this.policy = policy;
        this.course = course;
    }

    void owner(String email, @Nullable String locale, @Nullable Owner behind) {
        isOwned = true;
        var recipients = policy.recipients();
        var owner = addressee(email, Role.OWNER, locale);
        if (recipients.tellsOwner()) {
            rank(owner, escalation().deputyDays());
        } else {
            byPolicy.add(new Audience.Passed(owner, Reason.BY_POLICY));
        }
        if (behind != null && behind.deputyEmail() != null && (recipients.tellsOwner() || recipients.tellsDeputy())) {
            rank(
                    addressee(behind.deputyEmail(), Role.DEPUTY, behind.deputyLocale()),
                    escalation().managerDays());
        }
        if (behind != null && behind.managerEmail() != null && recipients.tellsOwner()) {
            rank(
                    addressee(behind.managerEmail(), Role.MANAGER, behind.managerLocale()),
                    escalation().contactDays());
        }
        contact(Role.TENANT_CONTACT);
    }

    void personBehind(String account) {
        var person = addressee(account, Role.OWNER, null);
        if (policy.recipients().tellsPersonalAccounts()) {
            isOwned = true;
            rank(person, escalation().deputyDays());
        } else {
            byPolicy.add(new Audience.Passed(person, Reason.BY_POLICY));
        }
        contact(Role.TENANT_CONTACT);
    }

    /** The first who is willing stands for the tenant; somebody of it before nobody at all. */
    void contact(Role role) {
        for (var person : people(tenant.fallbackContact(), tenant.decisionContact())) {
            rank(addressee(person, role, null), escalation().contactDays());
            if (course.isWilling(person)) {
                return;
            }
        }
    }

    private void rank(Addressee addressee, int workingDays) {
        if (ranks.stream().noneMatch(rank -> rank.person().equals(addressee.person()))) {
            ranks.add(new Rank(addressee, workingDays));
        }
    }

    private Escalation escalation() {
        return policy.escalation();
    }

    private Addressee addressee(String person, Role role, @Nullable String locale) {
        return new Addressee(person, role, locale(locale, policy, tenant));
    }

    Audience chosen(@Nullable Deadline deadline) {
        var line = fromTaker();
        var turns = Turns.of(
                line.stream()
                        .map(rank -> course.candidate(rank.person(), rank.workingDays(), rank.isContact()))
                        .toList(),
                course.patience(deadline, escalation().nearDays(), policy.ladder()),
                course.today());
        var told = new ArrayList<Addressee>();
        var passed = new ArrayList<>(byPolicy);
        var lastTold = lastTold(turns.all());
        for (var n = 0; n < line.size(); n++) {
            var addressee = line.get(n).addressee();
            switch (turns.all().get(n)) {
                case Turn.Told turn -> told.add(addressee.because(why(turn.cause())));
                case Turn.Passed ignored -> {
                    if (n < lastTold) {
                        passed.add(new Audience.Passed(addressee, course.whyPassed(addressee.person())));
                    }
                }
                case Turn.Waits ignored -> {
                    if (isToldBeside(addressee.role())) {
                        told.add(addressee);
                    }
                }
            }
        }
        if (told.isEmpty()) {
            passed.add(nobody(tenant, policy));
        }
        return new Audience(
                List.copyOf(told), List.copyOf(passed), turns.vacancy(isOwned).orElse(null), turns.movesOn());
    }

    /** Who took it answers for it, whoever was told before; what was theirs goes on behind them. */
    private List<Rank> fromTaker() {
        for (var n = 0; n < ranks.size(); n++) {
            if (ranks.get(n).person().equals(course.taker())
                    && course.isWilling(ranks.get(n).person())) {
                return ranks.subList(n, ranks.size());
            }
        }
        return ranks;
    }

    /** Whoever is passed over behind the last who is told was not to be told anyway; where nobody is, all were. */
    private static int lastTold(List<Turn> turns) {
        for (var n = turns.size() - 1; n >= 0; n--) {
            if (turns.get(n) instanceof Turn.Told) {
                return n;
            }
        }
        return turns.size();
    }

    private boolean isToldBeside(Role role) {
        return switch (role) {
            case DEPUTY -> policy.recipients().tellsDeputy();
            case TENANT_CONTACT -> policy.recipients().tellsTenantContact();
            case OWNER, MANAGER, FALLBACK_CONTACT, DECISION_CONTACT -> false;
        };
    }

    private static @Nullable Reason why(Cause cause) {
        return switch (cause) {
            case FIRST -> null;
            case NOT_REACHED -> Reason.NOT_REACHED;
            case HANDED_ON -> Reason.HANDED_ON;
            case NO_ANSWER -> Reason.NO_ANSWER;
        };
    }

    /** Of what is no client's: the first whom mail reaches. */
    static Audience firstOf(
            Role role, Tenant tenant, EffectivePolicy policy, Set<String> unreachable, @Nullable String... addresses) {
        var passed = new ArrayList<Audience.Passed>();
        for (var person : people(addresses)) {
            var addressee = new Addressee(person, role, locale(null, policy, tenant));
            if (!unreachable.contains(person)) {
                return new Audience(List.of(addressee), List.copyOf(passed), null, null);
            }
            passed.add(new Audience.Passed(addressee, Reason.UNREACHABLE));
        }
        passed.add(nobody(tenant, policy));
        return new Audience(List.of(), List.copyOf(passed), null, null);
    }

    private static Audience.Passed nobody(Tenant tenant, EffectivePolicy policy) {
        var addressee = new Addressee(Family.NOBODY, Role.FALLBACK_CONTACT, locale(null, policy, tenant));
        return new Audience.Passed(addressee, Reason.NOBODY);
    }

    private static List<String> people(@Nullable String... addresses) {
        return Stream.of(addresses)
                .map(Facts::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String locale(@Nullable String own, EffectivePolicy policy, Tenant tenant) {
        if (own != null) {
            return own;
        }
        return policy.locale() == null ? tenant.locale() : policy.locale();
    }
}
