package dev.cutoff.notification.page;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.ToldClient;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.message.Before;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.message.Reader;
import dev.cutoff.notification.reminder.Heard;
import dev.cutoff.notification.step.Case;
import dev.cutoff.notification.step.Steps;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts one client into words.
 *
 * @param cutoffs of its tenant
 * @param said what the person said of it
 * @param before who was told of it before it came to the person, the first in front
 * @param today in the zone of the tenant
 */
record CardWriter(
        ToldClient client,
        Tenant tenant,
        Map<Line, Cutoff> cutoffs,
        List<Answer> said,
        List<Heard> before,
        LocalDate today,
        Reader reader,
        PageText say) {

    private static final int MOST_HEARD = 5;
    private static final Set<State> OVER = Set.of(State.OFF, State.OFF_FOR_GOOD);

    PageView.Card written(boolean isChosen) {
        var latest = said.stream().max(Comparator.comparing(Answer::answeredAt));
        return new PageView.Card(
                client.clientId().toString(),
                tenant.name(),
                label(),
                details(),
                client.resolved() ? List.of(say.resolved()) : lines(),
                latest.map(this::said).orElse(null),
                latest.map(this::standing).orElse(List.of()),
                client.resolved() ? List.of() : steps(),
                !client.resolved(),
                isChosen);
    }

    private String label() {
        return Stream.of(client.name(), client.product(), client.account())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElseGet(() -> client.clientId().toString());
    }

    private String details() {
        var kind = reader.kind(client.kind());
        var account = client.account();
        if (account == null || account.isBlank()) {
            return kind;
        }
        return client.shared() ? say.shared(kind, account) : say.account(kind, account);
    }

    /** The protocols that stop on the same days, and by which the tenant can put that off. */
    private List<String> lines() {
        record Stop(String programme, String authMethod, String qualifier, String when, boolean isOver) {}
        var stops = new LinkedHashMap<Stop, List<Cutoff>>();
        stopping()
                .forEach(cutoff -> stops.computeIfAbsent(
                                new Stop(
                                        cutoff.line().programme(),
                                        cutoff.line().authMethod(),
                                        String.valueOf(cutoff.line().qualifier()),
                                        when(cutoff),
                                        OVER.contains(cutoff.state())),
                                stop -> new ArrayList<>())
                        .add(cutoff));
        var lines = new ArrayList<String>();
        stops.forEach((stop, together) -> {
            var topic = reader.topic(topic(together));
            lines.add(
                    stop.when().isEmpty()
                            ? say.noDay(topic)
                            : stop.isOver() ? say.stopped(topic, stop.when()) : say.stops(topic, stop.when()));
        });
        stopping()
                .map(Cutoff::decisionBy)
                .filter(day -> day != null && !day.isBefore(today))
                .min(Comparator.naturalOrder())
                .ifPresent(day -> lines.add(say.decideBy(reader.date(day))));
        if (!before.isEmpty()) {
            lines.add(say.toldBefore(reader.heard(
                    before.stream()
                            .limit(MOST_HEARD)
                            .map(one -> new Before.Heard(one.person(), one.day()))
                            .toList(),
                    before.size())));
        }
        return lines;
    }

    private Stream<Cutoff> stopping() {
        return client.lines().stream()
                .map(cutoffs::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Cutoff cutoff) -> cutoff.deadline()
                                .map(deadline -> deadline.day())
                                .orElse(LocalDate.MAX))
                        .thenComparing(Cutoff::line));
    }

    private static Digest.Topic topic(List<Cutoff> together) {
        var first = together.getFirst().line();
        return new Digest.Topic(
                first.programme(),
                List.copyOf(new TreeSet<>(together.stream()
                        .map(cutoff -> cutoff.line().protocol())
                        .toList())),
                first.authMethod(),
                first.qualifier());
    }

    private String when(Cutoff cutoff) {
        var from = Optional.ofNullable(cutoff.day()).or(() -> Optional.ofNullable(cutoff.earliest()));
        return from.map(day -> {
                    var days = reader.days(day, cutoff.latest(), cutoff.day());
                    return cutoff.day() == null ? say.onADay(days) : say.onDay(days);
                })
                .orElse("");
    }

    private String said(Answer answer) {
        var what = switch (answer.kind()) {
            case DONE -> say.saidDone();
            case PLANNED -> say.saidPlanned(reader.date(Objects.requireNonNull(answer.date())));
            case NOT_MINE -> say.saidNotMine(answer.whoElse());
            case NEED_HELP -> say.saidNeedHelp();
        };
        var day = LocalDate.ofInstant(answer.answeredAt(), tenant.timeZone());
        return say.said(reader.date(day), answer.text() == null ? what : say.withText(what, answer.text()));
    }

    private List<String> standing(Answer answer) {
        return switch (answer.standing()) {
            case STANDS -> List.of();
            case CONFIRMED -> List.of(say.confirmed());
            case CONTRADICTED -> List.of(say.contradicted());
            case LAPSED -> List.of(say.lapsed());
            case TOO_LATE -> tooLate();
        };
    }

    /** With what would help, as long as it can be had. */
    private List<String> tooLate() {
        var actions = stopping()
                .flatMap(cutoff -> cutoff.actions().stream())
                .map(action -> action.until() == null
                        ? reader.action(action.action())
                        : say.until(
                                reader.action(action.action()),
                                reader.date(LocalDate.ofInstant(action.until().minusNanos(1), ZoneOffset.UTC))))
                .distinct()
                .toList();
        return actions.isEmpty()
                ? List.of(say.tooLate())
                : List.of(say.tooLate(), say.helps(tenant.name(), reader.list(actions)));
    }

    private List<PageView.Steps> steps() {
        var byAdvice = new LinkedHashMap<Steps.Advice, Set<String>>();
        stopping()
                .forEach(cutoff -> byAdvice.computeIfAbsent(advice(cutoff), advice -> new TreeSet<>())
                        .add(cutoff.line().protocol()));
        return byAdvice.entrySet().stream()
                .map(entry -> new PageView.Steps(
                        reader.whatToDo(
                                reader.kinds(client.kind()),
                                entry.getValue(),
                                entry.getKey().choice() == Steps.Choice.ONE
                                        && entry.getKey().ways().size() > 1),
                        entry.getKey().ways().stream().map(reader::way).toList()))
                .toList();
    }

    private Steps.Advice advice(Cutoff cutoff) {
        var line = cutoff.line();
        var last = Stream.of(cutoff.latest(), cutoff.day(), cutoff.earliest())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(today);
        return Steps.shipped()
                .advice(new Case(line.programme(), line.protocol(), line.authMethod(), client.kind()), today, last);
    }
}
