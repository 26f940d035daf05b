package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What owners said, and whether they were left alone then.
 *
 * @param byKind how many answers there are, as {@code done}
 * @param byStanding how they stand, as {@code confirmed}
 * @param mailedAfterDone how often somebody was mailed about a client after the day on which they said that it is done
 */
record Answers(Map<String, Long> byKind, Map<String, Long> byStanding, long mailedAfterDone) {

    private record Said(LocalDate day, boolean isContradicted) {}

    /** @param sent the notices that were sent */
    static Answers of(Desk desk, List<JsonNode> sent) {
        var answers = desk.all(desk.administrator(), Service.NOTIFICATION, "/v1/answers");
        var done = answers.stream()
                .filter(answer -> answer.path("kind").asString().equals("done"))
                .collect(Collectors.toMap(
                        answer -> key(answer.path("clientId"), answer.path("person")),
                        answer -> new Said(
                                LocalDate.parse(
                                        answer.path("answeredAt").asString().substring(0, 10)),
                                answer.path("standing").asString().equals("contradicted"))));
        var after = sent.stream()
                .flatMap(notice -> notice.path("items")
                        .valueStream()
                        .filter(item ->
                                isAfter(done.get(key(item.path("clientId"), notice.path("recipient"))), notice)))
                .count();
        return new Answers(count(answers, "kind"), count(answers, "standing"), after);
    }

    private static boolean isAfter(@Nullable Said said, JsonNode notice) {
        return said != null
                && !said.isContradicted()
                && LocalDate.parse(notice.path("day").asString()).isAfter(said.day());
    }

    private static String key(JsonNode client, JsonNode person) {
        return client.asString() + " " + person.asString();
    }

    private static Map<String, Long> count(List<JsonNode> answers, String field) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.path(field).asString(), TreeMap::new, Collectors.counting()));
    }

    String words() {
        return "%s by their owners (%s); %d mails about a client after it was done"
                .formatted(list(byKind), list(byStanding), mailedAfterDone);
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
