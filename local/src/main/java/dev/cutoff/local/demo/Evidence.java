package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** On the first of a month, the sign-in logs of the month that has ended. */
final class Evidence implements Scene {

    private static final YearMonth FIRST = YearMonth.of(2022, 8);
    private static final YearMonth LAST = YearMonth.of(2022, 12);

    private final Sample sample;
    private final Desk desk;
    private final Teller teller;
    private final Ledger ledger;

    Evidence(Sample sample, Desk desk, Teller teller, Ledger ledger) {
        this.sample = sample;
        this.desk = desk;
        this.teller = teller;
        this.ledger = ledger;
    }

    @Override
    public boolean isOn(LocalDate day) {
        var month = YearMonth.from(day).minusMonths(1);
        return day.getDayOfMonth() == 1 && !month.isBefore(FIRST) && !month.isAfter(LAST);
    }

    @Override
    public void play(LocalDate day) {
        var month = YearMonth.from(day).minusMonths(1);
        for (var tenant : sample.tenants()) {
            var jobs = new ArrayList<JsonNode>();
            for (var file : sample.signIns(tenant, month)) {
                jobs.add(desk.importFile(tenant, file));
            }
            jobs.forEach(ledger::imported);
            var basic = desk.all(
                    desk.decider(tenant), Service.INVENTORY, "/v1/usages?authMethod=basic&tenant=" + tenant.id());
            teller.say(
                    "%s, sign-ins of %s: %d accepted, %d ignored (guests), %d rejected. Basic so far: %d accounts over %d protocols",
                    tenant.name(),
                    month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    sum(jobs, "accepted"),
                    sum(jobs, "ignored"),
                    sum(jobs, "rejected"),
                    distinct(basic, "account"),
                    distinct(basic, "protocol"));
        }
    }

    private static long sum(ArrayList<JsonNode> jobs, String count) {
        return jobs.stream().mapToLong(job -> job.path(count).asLong()).sum();
    }

    private static long distinct(Iterable<JsonNode> usages, String field) {
        var values = new java.util.HashSet<String>();
        usages.forEach(usage -> values.add(usage.path(field).asString()));
        return values.size();
    }
}
