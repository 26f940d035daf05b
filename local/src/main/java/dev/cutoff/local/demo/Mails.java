package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who is mailed what and why: previewed first, then released, then told day by day. */
final class Mails {

    private final Sample sample;
    private final Desk desk;
    private final Teller teller;

    Mails(Sample sample, Desk desk, Teller teller) {
        this.sample = sample;
        this.desk = desk;
        this.teller = teller;
    }

    /** What would go out, and one mail of it. */
    void preview() {
        var held = notices("status=held");
        var people = held.stream()
                .map(notice -> notice.path("recipient").asString())
                .distinct()
                .count();
        teller.say(
                "%d mails to %d people are planned. None leaves before an administrator releases it. One of them:",
                held.size(), people);
        held.stream()
                .max((one, other) -> Integer.compare(
                        one.path("items").size(), other.path("items").size()))
                .ifPresent(notice -> quote(notice.path("id").asString()));
    }

    private void quote(String notice) {
        var text = desk.text(
                desk.administrator(), Service.NOTIFICATION, "/v1/notices/" + notice + "/preview", "text/plain");
        teller.quote(text.lines().limit(14).collect(Collectors.joining("\n")));
        teller.quote("...");
    }

    void release() {
        set("", "released");
        sample.tenants().forEach(tenant -> set("/" + tenant.id(), "released"));
        teller.say("Released, for the suite and for each tenant");
    }

    /** Keeps mail back while several things happen on one day, so that each person hears of all of them in one mail. */
    void pause() {
        set("", "paused");
    }

    void resume() {
        set("", "released");
    }

    private void set(String tenant, String state) {
        desk.put(desk.administrator(), Service.NOTIFICATION, "/v1/dispatch" + tenant, Map.of("state", state));
    }

    /** What was sent on a day, in one line, with the reasons. */
    void tell(LocalDate day) {
        var sent = notices("status=sent&from=" + day + "&to=" + day);
        if (sent.isEmpty()) {
            return;
        }
        var people = new TreeMap<String, Integer>();
        var reasons = new LinkedHashMap<String, Integer>();
        for (var notice : sent) {
            tenants(notice).forEach(tenant -> people.merge(tenant, 1, Integer::sum));
            reasons(notice).forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        teller.say("%d mailed (%s): %s", sent.size(), list(people), list(reasons));
    }

    List<JsonNode> notices(String query) {
        return desk.all(desk.administrator(), Service.NOTIFICATION, "/v1/notices?" + query);
    }

    private List<String> tenants(JsonNode notice) {
        var names = new HashMap<String, String>();
        sample.tenants().forEach(tenant -> names.put(tenant.id().toString(), tenant.name()));
        return Stream.of("items", "findings", "helps")
                .flatMap(part -> notice.path(part).valueStream())
                .map(item -> names.get(item.path("tenantId").asString()))
                .distinct()
                .toList();
    }

    /** {@code 30 days before the cutoff (rung)}, once for each notice that has it. */
    private static List<String> reasons(JsonNode notice) {
        var evidence = notice.path("findings").isEmpty()
                ? Stream.<String>of()
                : Stream.of("what evidence does not show (coverage)");
        var rungs = notice.path("items")
                .valueStream()
                .map(item -> "%s the %s (%s)"
                        .formatted(
                                before(item.path("rung").asInt()),
                                item.path("anchor").asString(),
                                item.path("reason").asString()));
        return Stream.concat(rungs, evidence).distinct().sorted().toList();
    }

    private static String before(int rung) {
        return switch (rung) {
            case -1 -> "the day after";
            case 0 -> "on the day of";
            case 1 -> "a day before";
            default -> rung + " days before";
        };
    }

    private static String list(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
