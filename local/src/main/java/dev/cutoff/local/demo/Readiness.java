package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** When the evidence of the month of a switch-off is in: who had still used Basic in the last week before the day. */
final class Readiness implements Scene {

    private static final int LAST_DAYS = 7;

    private final Sample sample;
    private final Desk desk;
    private final Outlooks outlooks;
    private final Teller teller;
    private final Ledger ledger;

    Readiness(Sample sample, Desk desk, Outlooks outlooks, Teller teller, Ledger ledger) {
        this.sample = sample;
        this.desk = desk;
        this.outlooks = outlooks;
        this.teller = teller;
        this.ledger = ledger;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return sample.tenants().stream().anyMatch(tenant -> isOn(tenant, day));
    }

    private boolean isOn(Sample.Tenant tenant, LocalDate day) {
        return day.equals(sample.vendorDay(tenant).plusMonths(1).withDayOfMonth(1));
    }

    @Override
    public void play(LocalDate day) {
        sample.tenants().stream().filter(tenant -> isOn(tenant, day)).forEach(this::look);
    }

    private void look(Sample.Tenant tenant) {
        var off = sample.vendorDay(tenant).atStartOfDay(ZoneOffset.UTC).toInstant();
        var late = desk
                .all(desk.decider(tenant), Service.INVENTORY, "/v1/usages?authMethod=basic&tenant=" + tenant.id())
                .stream()
                .filter(usage -> usage.hasNonNull("lastSeen"))
                .filter(usage -> !Instant.parse(usage.path("lastSeen").asString())
                        .isBefore(off.minusSeconds(LAST_DAYS * 86_400L)))
                .filter(usage -> wasSwitchedOff(tenant, usage, off))
                .toList();
        late.forEach(ledger::notReady);
        teller.say(
                "%s was not ready on its day, %s: %d accounts still used Basic in the week before: %s",
                tenant.name(), sample.vendorDay(tenant), accounts(late).size(), String.join(", ", accounts(late)));
    }

    private boolean wasSwitchedOff(Sample.Tenant tenant, JsonNode usage, Instant off) {
        return outlooks.covers(tenant, usage.path("protocol").asString())
                && outlooks.at(tenant, usage.path("protocol").asString(), off)
                        .path("state")
                        .asString()
                        .startsWith("off");
    }

    private static List<String> accounts(List<JsonNode> usages) {
        return usages.stream()
                .map(usage -> usage.path("account").asString().replaceFirst("@.*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
