package dev.cutoff.notification.message;

import dev.cutoff.notification.step.Case;
import dev.cutoff.notification.step.Steps;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What to do, in words: a list for each kind of client and the protocols for which the same is to be done. */
record StepSections(Stop stop, LocalDate today, Reader reader) {

    private record OfKind(Steps.Advice advice, String kind) {}

    private record OfKinds(Steps.Advice advice, Set<String> protocols) {}

    List<Letter.Section> written() {
        var byKind = new LinkedHashMap<OfKind, Set<String>>();
        stop.clients()
                .kinds()
                .forEach(kind -> kind.protocols()
                        .forEach(protocol -> byKind.computeIfAbsent(
                                        new OfKind(advice(kind.kind(), protocol), kind.kind()), of -> new TreeSet<>())
                                .add(protocol)));
        var byAdvice = new LinkedHashMap<OfKinds, Set<String>>();
        byKind.forEach(
                (of, protocols) -> byAdvice.computeIfAbsent(new OfKinds(of.advice(), protocols), all -> new TreeSet<>())
                        .add(of.kind()));
        return byAdvice.entrySet().stream()
                .map(of -> section(of.getKey(), of.getValue()))
                .toList();
    }

    private Steps.Advice advice(String kind, String protocol) {
        var topic = stop.topic();
        var asked = new Case(topic.programme(), protocol, topic.authMethod(), kind);
        return Steps.shipped().advice(asked, today, lastDay());
    }

    /** What ends no later would only put the trouble off. */
    private LocalDate lastDay() {
        var latest = stop.latest();
        return latest == null ? stop.from() : latest;
    }

    private Letter.Section section(OfKinds of, Set<String> kinds) {
        var ways = of.advice().ways();
        var title = reader.whatToDo(
                reader.list(kinds.stream().map(reader::kinds).toList()),
                of.protocols(),
                of.advice().choice() == Steps.Choice.ONE && ways.size() > 1);
        return new Letter.Section(
                title,
                ways.stream().map(way -> new Letter.Item(null, reader.way(way))).toList());
    }
}
