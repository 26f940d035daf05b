package dev.cutoff.local.demo;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * On Mondays, the owners who have had mail open its link and answer: done for what has moved on, planned for what will have before the vendor's day.
 * The others, and there are some, say nothing. What has moved on by when is the truth of the sample.
 */
final class Owners implements Scene {

    private static final LocalDate FIRST = LocalDate.of(2022, 9, 5);

    private record Client(Sample.Tenant tenant, String account) {}

    private final Sample sample;
    private final Desk desk;
    private final MailLinks links;
    private final Teller teller;
    private final Set<String> done = new HashSet<>();
    private final Set<String> planned = new HashSet<>();

    Owners(Sample sample, Desk desk, MailLinks links, Teller teller) {
        this.sample = sample;
        this.desk = desk;
        this.links = links;
        this.teller = teller;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY
                && !day.isBefore(FIRST)
                && sample.tenants().stream().anyMatch(tenant -> !day.isAfter(sample.vendorDay(tenant)));
    }

    @Override
    public void play(LocalDate day) {
        var clients = clients();
        var answering = new HashSet<String>();
        var count = new TreeMap<String, Integer>();
        links.latest().forEach((person, page) -> {
            var theirs = page.clients();
            var kinds = new HashMap<Optional<LocalDate>, List<String>>(theirs.stream()
                    .filter(clients::containsKey)
                    .filter(id -> wants(id, clients, day))
                    .collect(Collectors.groupingBy(id -> plannedFor(id, clients, day))));
            kinds.forEach((date, ids) -> {
                page.answer(ids, date);
                answering.add(person);
                (date.isEmpty() ? done : planned).addAll(ids);
                count.merge(date.isEmpty() ? "done" : "planned", ids.size(), Integer::sum);
            });
        });
        if (!answering.isEmpty()) {
            // What the answers change is planned before anything else happens on that day.
            desk.clock(day.atTime(6, 1).toInstant(ZoneOffset.UTC));
            teller.say(
                    "%s by the link in their mail: %d clients done, %d planned",
                    answering.size() == 1 ? "1 owner answers" : answering.size() + " owners answer",
                    count.getOrDefault("done", 0),
                    count.getOrDefault("planned", 0));
        }
    }

    /** Whether there is something new to say of the client. */
    private boolean wants(String id, Map<String, Client> clients, LocalDate day) {
        return plannedOrMoved(id, clients)
                .map(last -> last.isBefore(day) ? !done.contains(id) : !planned.contains(id))
                .orElse(false);
    }

    /** Empty if it has moved on already. */
    private Optional<LocalDate> plannedFor(String id, Map<String, Client> clients, LocalDate day) {
        return plannedOrMoved(id, clients).filter(last -> !last.isBefore(day)).map(last -> last.plusDays(1));
    }

    /** The last day on which the client uses Basic, if that is before the vendor's. */
    private Optional<LocalDate> plannedOrMoved(String id, Map<String, Client> clients) {
        var client = clients.get(id);
        if (client == null) {
            throw new Failure("The page lists a client that inventory does not know: " + id);
        }
        return sample.lastBasic(client.tenant(), client.account())
                .filter(last -> last.isBefore(sample.vendorDay(client.tenant()).minusDays(1)));
    }

    private Map<String, Client> clients() {
        var clients = new HashMap<String, Client>();
        for (var tenant : sample.tenants()) {
            desk.all(desk.decider(tenant), Service.INVENTORY, "/v1/clients?tenant=" + tenant.id()).stream()
                    .filter(client -> client.hasNonNull("account"))
                    .forEach(client -> clients.put(
                            client.path("id").asString(),
                            new Client(tenant, client.path("account").asString())));
        }
        return clients;
    }
}
