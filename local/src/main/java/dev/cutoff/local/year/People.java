package dev.cutoff.local.year;

import dev.cutoff.local.suite.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** On Mondays, owners do what is their habit about the mail that they have had; mail to those who are gone comes back. */
final class People {

    /** Between the word that it is done and the sign-in that shows that it is not. */
    private static final int DAYS_UNTIL_RELAPSE = 21;
    /** From the answer to the day for which it is planned. */
    static final int DAYS_PLANNED = 45;

    private final Office office;
    private final Cast cast;
    private final Postbox postbox;
    private final List<UUID> ids;
    private final Deeds deeds;
    /** What was reacted to already. */
    private final Set<Integer> answered = new HashSet<>();

    /** @param ids of the clients, by their number */
    People(Office office, Cast cast, Postbox postbox, List<UUID> ids, Deeds deeds) {
        this.office = office;
        this.cast = cast;
        this.postbox = postbox;
        this.ids = ids;
        this.deeds = deeds;
    }

    static boolean isOn(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    void act(LocalDate day) {
        var answers = new ArrayList<Map<String, Object>>();
        var bounces = new ArrayList<Map<String, Object>>();
        var retired = new ArrayList<Map<String, Object>>();
        for (var owner : cast.owners()) {
            var mails = postbox.of(owner.address());
            var news = mails.stream()
                    .flatMap(mail -> mail.stops().keySet().stream())
                    .distinct()
                    .filter(client -> !answered.contains(client))
                    .sorted()
                    .toList();
            if (news.isEmpty()) {
                continue;
            }
            answered.addAll(news);
            switch (owner.habit()) {
                case SILENT, QUIET -> {}
                case DONE, RELAPSING -> {
                    news.forEach(client -> answers.add(answer(owner, client, "done", Map.of())));
                    news.forEach(client -> deeds.gone().put(client, day));
                }
                case PLANS -> {
                    var date = day.plusDays(DAYS_PLANNED).toString();
                    news.forEach(client -> answers.add(answer(owner, client, "planned", Map.of("date", date))));
                    news.forEach(client -> deeds.planned().put(client, day));
                }
                case DISOWNS -> {
                    news.forEach(client -> answers.add(answer(owner, client, "not-mine", Map.of())));
                    news.forEach(client -> deeds.declined().put(client, day));
                }
                case ASKS ->
                    news.forEach(
                            client -> answers.add(answer(owner, client, "need-help", Map.of("text", "Who can help?"))));
                case RETIRES -> {
                    news.forEach(client -> retired.add(retired(client)));
                    news.forEach(client -> deeds.gone().put(client, day));
                }
                case BOUNCES -> {
                    bounces.add(Map.of("messageId", mails.getFirst().messageId(), "kind", "hard", "status", "5.1.1"));
                    owner.clients().forEach(client -> deeds.declined().put(client, day));
                }
            }
        }
        office.each(Service.NOTIFICATION, "/v1/answers", answers);
        office.each(Service.NOTIFICATION, "/v1/bounces", bounces);
        office.each(Service.INVENTORY, "/v1/clients:upsert", retired);
        relapse(day);
    }

    private Map<String, Object> answer(Cast.Owner owner, int client, String kind, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("tenantId", cast.clients().get(client).tenant().id());
        body.put("clientId", ids.get(client));
        body.put("person", owner.address());
        body.put("kind", kind);
        return body;
    }

    private Map<String, Object> retired(int number) {
        var client = cast.clients().get(number);
        return Map.of(
                "source",
                "cmdb",
                "tenantId",
                client.tenant().id(),
                "externalId",
                client.name(),
                "status",
                "retired",
                "statusReason",
                "Scrapped");
    }

    private void relapse(LocalDate day) {
        var again = new HashMap<Cast.Tenant, List<Cast.Client>>();
        for (var client : cast.clients()) {
            if (cast.ownerOf(client).habit() == Habit.RELAPSING
                    && !deeds.seen().containsKey(client.number())
                    && deeds.isGone(client.number(), day.minusDays(DAYS_UNTIL_RELAPSE))
                    && Script.stop(client.tenant().fate(), day)
                            .filter(stop -> day.isBefore(stop.from()))
                            .isPresent()) {
                again.computeIfAbsent(client.tenant(), tenant -> new ArrayList<>())
                        .add(client);
                deeds.seen().put(client.number(), day);
            }
        }
        again.forEach((tenant, clients) -> office.signIns(tenant, clients, day));
    }
}
