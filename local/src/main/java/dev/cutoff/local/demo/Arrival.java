package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.Map;

/** The tenants move in, with the lists that every organisation has: who owns what, and what the CMDB knows. */
final class Arrival implements Scene {

    private static final LocalDate DAY = LocalDate.of(2022, 8, 29);

    private final Sample sample;
    private final Desk desk;
    private final Teller teller;
    private final Ledger ledger;

    Arrival(Sample sample, Desk desk, Teller teller, Ledger ledger) {
        this.sample = sample;
        this.desk = desk;
        this.teller = teller;
        this.ledger = ledger;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.equals(DAY);
    }

    @Override
    public void play(LocalDate day) {
        var items = sample.tenants().stream().map(Sample.Tenant::content).toList();
        var answer = desk.ask(desk.administrator(), Service.INVENTORY, "/v1/tenants:upsert", Map.of("items", items));
        for (var item : answer.body().path("items")) {
            var id = item.path("id").asString();
            var tenant = desk.get(desk.administrator(), Service.INVENTORY, "/v1/tenants/" + id);
            teller.say(
                    "%s %s: cloud %s, created on %s, mails in %s",
                    tenant.path("name").asString(),
                    item.path("outcome").asString(),
                    tenant.path("cloud").asString(),
                    tenant.path("createdOn").asString(),
                    tenant.path("timeZone").asString());
        }
        for (var tenant : sample.tenants()) {
            var owners = desk.importFile(tenant, sample.owners(tenant));
            var clients = desk.importFile(tenant, sample.clients(tenant));
            ledger.imported(owners);
            ledger.imported(clients);
            teller.say(
                    "%s: %d owners from its list, %d clients from its CMDB",
                    tenant.name(),
                    owners.path("accepted").asLong(),
                    clients.path("accepted").asLong());
        }
    }
}
