package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Reminder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's plan is made from, as things stand, and what becomes of it day by day if they go on standing so. It decides with the very
 * functions that plan.
 */
final class Stand {

    /**
     * A client, and what is known about it.
     *
     * @param sighted with the lines that decide for it
     * @param owner who stands in for its owner; null if that is not known
     */
    record Subject(Sighted sighted, @Nullable Owner owner, List<Answer> answers, Notebook notebook) {}

    /** What somebody is to be told, and where that stands. */
    record Due(Stand stand, Notebook notebook, Reminder reminder) {}

    private final Scene first;
    private final List<Subject> subjects;
    private final List<Finding> findings;
    private final Notebook tenants;
    private final Set<String> unreachable;
    private final LocalDate until;
    private final Set<LocalDate> turns;
    /** As each was planned last. */
    private final Map<UUID, Client> planned = new HashMap<>();

    private Scene scene;

    /**
     * @param first today
     * @param earlier all that was ever decided about the tenant that is about no client
     * @param until the last day to look at
     */
    Stand(
            Scene first,
            List<Subject> subjects,
            List<Finding> findings,
            List<Reminder> earlier,
            Set<String> unreachable,
            LocalDate until) {
        this.first = first;
        this.scene = first;
        this.subjects = subjects;
        this.findings = findings;
        this.tenants = new Notebook(earlier);
        this.unreachable = unreachable;
        this.until = until;
        this.turns = turns();
    }

    Scene scene() {
        return scene;
    }

    LocalDate from() {
        return first.today();
    }

    LocalDate until() {
        return until;
    }

    /** Days on which something may be decided about a client that was not the day before. */
    private Set<LocalDate> turns() {
        var days = new HashSet<LocalDate>(Set.of(first.today()));
        first.cutoffs()
                .values()
                .forEach(cutoff -> cutoff.deadlines()
                        .flatMap(deadline -> turns(cutoff.line(), deadline))
                        .forEach(days::add));
        subjects.stream()
                .flatMap(subject -> subject.answers().stream())
                .flatMap(answer -> Stream.ofNullable(answer.date()))
                .forEach(day -> days.add(NextLook.afterPromised(day)));
        return days;
    }

    private Stream<LocalDate> turns(Line line, Deadline deadline) {
        var policy = first.policies().of(line.programme());
        // While silence may move on, any day may be the one; and the day after ends what was planned until then.
        var near = deadline.day()
                .minusDays(policy.escalation().nearDays())
                .datesUntil(deadline.day().plusDays(2));
        return Stream.concat(NextLook.rungs(deadline, policy.ladder()), near);
    }

    /** Decides as on that day. */
    void plan(LocalDate day) {
        scene = new Scene(first.tenant().plannedOn(day.minusDays(1)), first.cutoffs(), first.policies(), day);
        if (turns.contains(day)) {
            subjects.forEach(this::plan);
        }
        tenants.expire(day);
        var earlier = tenants.all();
        DecisionPlan.of(scene, counts(), unreachable, earlier).forEach(plan -> tenants.write(plan, id()));
        var audience = Audience.ofTenant(scene.tenant(), scene.policies().ofTenant(), unreachable);
        tenants.write(FindingPlan.of(scene, audience, findings, earlier), id());
    }

    private void plan(Subject subject) {
        subject.notebook().expire(scene.today());
        var plan = ClientPlan.of(
                scene,
                subject.sighted(),
                subject.owner(),
                unreachable,
                subject.answers(),
                subject.notebook().all());
        planned.put(plan.client().id(), plan.client());
        plan.lines().forEach(line -> subject.notebook().write(line, id()));
    }

    private UUID id() {
        return scene.tenant().id();
    }

    private Map<Line, DecisionPlan.Count> counts() {
        var counts = new HashMap<Line, DecisionPlan.Count>();
        planned.values().forEach(client -> DecisionPlan.Count.add(counts, client));
        return counts;
    }

    /** What is to be told by then, of whomever. */
    Stream<Due> due() {
        return Stream.concat(subjects.stream().map(Subject::notebook), Stream.of(tenants))
                .flatMap(notebook -> notebook.live().map(reminder -> new Due(this, notebook, reminder)));
    }
}
