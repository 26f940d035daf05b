package dev.cutoff.notification.digest;

import dev.cutoff.notification.affected.Affected;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes digests; part of the transaction that is open. */
@Singleton
public class Digests {

    private final Affected affected;
    private final Tenants tenants;

    Digests(Affected affected, Tenants tenants) {
        this.affected = affected;
        this.tenants = tenants;
    }

    /**
     * @param reminders what is to be told, the most urgent first
     * @return empty if there is nothing to tell, because nobody gets an empty mail
     */
    public Optional<Digest> of(String recipient, String locale, ZoneId zone, LocalDate day, List<Reminder> reminders) {
        var byTenant = reminders.stream()
                .collect(Collectors.groupingBy(Reminder::tenantId, LinkedHashMap::new, Collectors.toList()));
        var known = tenants.find(byTenant.keySet()).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        var parts = new ArrayList<Digest.Tenant>();
        byTenant.forEach((tenant, theirs) -> {
            var part = part(known.get(tenant), tenant, theirs);
            if (!part.stops().isEmpty() || !part.choices().isEmpty()) {
                parts.add(part);
            }
        });
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(
                        recipient, locale, zone, day, parts.getFirst().contact(), List.copyOf(parts)));
    }

    private Digest.Tenant part(Tenant tenant, UUID id, List<Reminder> reminders) {
        var cutoffs = affected.cutoffs(id);
        var clients = affected.clients(
                id, reminders.stream().map(Reminder::clientId).distinct().toList());
        var stops = new Stops(cutoffs, clients).of(reminders);
        var choices = new Choices(cutoffs, line -> affected.atRisk(id, line)).of(reminders);
        return new Digest.Tenant(Labels.line(tenant.name()), tenant.contact().orElse(null), stops, choices);
    }

    static <T, K> Map<K, List<T>> grouped(List<T> items, Function<T, K> key) {
        return items.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
