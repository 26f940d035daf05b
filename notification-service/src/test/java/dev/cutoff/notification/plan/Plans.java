package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.line.Usage;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.policy.PolicyFixture;
import dev.cutoff.notification.policy.Recipients;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.reminder.Status;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant with a printer, two weeks before the first day of the rollout of autumn 2022, and what is planned about it. */
final class Plans {

    static final UUID CONTOSO = new UUID(0, 1);
    static final UUID PRINTER = new UUID(1, 1);
    static final Line IMAP = new Line("exchange-online-basic-auth", "imap", "basic", null);
    static final LocalDate FIRST = LocalDate.parse("2022-10-01");
    static final LocalDate TODAY = LocalDate.parse("2022-09-16");
    static final String NAO = "nao@contoso.example";
    static final String AIKO = "aiko@contoso.example";
    static final String CONTACT = "contact@contoso.example";
    static final String DECIDER = "decider@contoso.example";

    private Plans() {}

    static Tenant tenant(@Nullable String decider, @Nullable String contact) {
        return new Tenant(CONTOSO, 1, "Contoso", ZoneId.of("Asia/Tokyo"), "ja", decider, contact, null);
    }

    static EffectivePolicy policy(Recipients recipients) {
        return PolicyFixture.telling(recipients, ZoneId.of("Asia/Tokyo"), "ja");
    }

    static EffectivePolicy usual() {
        return EffectivePolicy.byDefault(ZoneId.of("Asia/Tokyo"), "ja");
    }

    static Scene scene(Cutoff... cutoffs) {
        return scene(tenant(DECIDER, "Contact@contoso.example"), usual(), cutoffs);
    }

    static Scene scene(Tenant tenant, EffectivePolicy policy, Cutoff... cutoffs) {
        Map<Line, Cutoff> byLine = Arrays.stream(cutoffs).collect(Collectors.toMap(Cutoff::line, Function.identity()));
        return new Scene(tenant, byLine, PolicyFixture.always(policy), TODAY);
    }

    static Cutoff window(State state) {
        return cutoff(state, FIRST, null, null);
    }

    static Cutoff cutoff(
            State state, @Nullable LocalDate earliest, @Nullable LocalDate day, @Nullable LocalDate decisionBy) {
        return cutoff(IMAP, state, earliest, day, decisionBy);
    }

    static Cutoff cutoff(
            Line line,
            State state,
            @Nullable LocalDate earliest,
            @Nullable LocalDate day,
            @Nullable LocalDate decisionBy) {
        var latest = day != null ? day : earliest == null ? null : earliest.plusMonths(3);
        return new Cutoff(line, state, earliest, latest, day, null, decisionBy, null, null, List.of());
    }

    static Sighted printer(@Nullable String owner) {
        return printer(owner, null, false, IMAP);
    }

    static Sighted resolved(String owner) {
        return printer(owner, null, true, IMAP);
    }

    static Sighted printer(@Nullable String owner, @Nullable String accountPerson, boolean resolved, Line... lines) {
        var locale = owner == null ? null : "en";
        var client = new Client(
                PRINTER,
                "device",
                null,
                "Printer",
                null,
                accountPerson,
                false,
                resolved,
                null,
                owner,
                locale,
                Set.of(lines),
                Set.of(),
                Set.of());
        return new Sighted(client, List.of(new Usage("imap", "basic", null, null, List.of())));
    }

    static LinePlan plan(Scene scene, Sighted client, Reminder... earlier) {
        return plan(scene, client, null, Set.of(), earlier);
    }

    static LinePlan plan(
            Scene scene, Sighted client, @Nullable Owner owner, Set<String> unreachable, Reminder... earlier) {
        return joined(ClientPlan.of(scene, client, owner, unreachable, List.of(), List.of(earlier))
                .lines());
    }

    static LinePlan decision(Scene scene, int clients, int atRisk, Reminder... earlier) {
        return joined(DecisionPlan.of(
                scene, Map.of(IMAP, new DecisionPlan.Count(clients, atRisk)), Set.of(), List.of(earlier)));
    }

    private static LinePlan joined(List<LinePlan> plans) {
        Stream<Decided> decided = plans.stream().flatMap(plan -> plan.decided().stream());
        Stream<Ended> ended = plans.stream().flatMap(plan -> plan.ended().stream());
        return new LinePlan(decided.toList(), ended.toList());
    }

    /** A line for each: {@code person role rung reason}, with a minus in front of what is not sent. */
    static List<String> said(LinePlan plan) {
        return plan.decided().stream()
                .map(item -> "%s%s %s %s %s"
                        .formatted(
                                item.isToBeSent() ? "" : "- ",
                                item.family().person().isEmpty()
                                        ? "nobody"
                                        : item.family().person(),
                                item.role().name().toLowerCase().replace('_', '-'),
                                item.decision().rung(),
                                item.decision().reason().name().toLowerCase().replace('_', '-')))
                .toList();
    }

    static Reminder reminder(long id, String person, LocalDate day, int rung, Status state) {
        return reminder(id, PRINTER, person, Topic.DEADLINE, Anchor.CUTOFF, day, rung, state);
    }

    static Reminder decisionReminder(long id, String person, LocalDate day, int rung, Status state) {
        return reminder(id, Family.NO_CLIENT, person, Topic.DEADLINE, Anchor.DECISION, day, rung, state);
    }

    static Reminder reminder(
            long id, UUID client, String person, Topic topic, Anchor anchor, LocalDate day, int rung, Status state) {
        return new Reminder(
                CONTOSO,
                id,
                client,
                person,
                IMAP.programme(),
                IMAP.protocol(),
                IMAP.authMethod(),
                null,
                topic,
                anchor,
                day,
                rung,
                false,
                null,
                Role.OWNER,
                Reason.RUNG_DUE,
                state,
                null,
                null,
                null,
                state == Status.SENT ? day.minusDays(rung) : null);
    }
}
