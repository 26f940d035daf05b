package dev.cutoff.local.demo;

import dev.cutoff.local.client.Answer;
import dev.cutoff.local.suite.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What tenants ask the vendor for, allowed or not: opt-outs in September, re-enables afterwards, tickets where there is no portal. */
final class Exemptions implements Scene {

    private static final String OPT_OUT = "opt-out";
    private static final String RE_ENABLE = "re-enable";

    private final Sample sample;
    private final Desk desk;
    private final Outlooks outlooks;
    private final Teller teller;
    private final Ledger ledger;
    private final Map<LocalDate, Runnable> days = new LinkedHashMap<>();

    Exemptions(Sample sample, Desk desk, Outlooks outlooks, Teller teller, Ledger ledger) {
        this.sample = sample;
        this.desk = desk;
        this.outlooks = outlooks;
        this.teller = teller;
        this.ledger = ledger;
        var contoso = sample.tenant("Contoso");
        var fabrikam = sample.tenant("Fabrikam");
        var northwind = sample.tenant("Northwind");
        days.put(LocalDate.of(2022, 9, 14), () -> ask(contoso, OPT_OUT, List.of("imap", "ews"), "self-service", null));
        days.put(LocalDate.of(2022, 9, 20), () -> {
            ask(fabrikam, OPT_OUT, List.of("eas"), "self-service", null);
            ask(fabrikam, OPT_OUT, List.of("eas"), "message-center", null);
        });
        days.put(LocalDate.of(2022, 10, 4), () -> ask(northwind, OPT_OUT, List.of("eas"), "self-service", null));
        days.put(sample.vendorDay(northwind).plusDays(1), () -> {
            ask(northwind, RE_ENABLE, List.of("eas"), "self-service", null);
            untilItWorks(northwind, "eas");
        });
        days.put(
                sample.vendorDay(northwind).plusDays(2),
                () -> ask(northwind, RE_ENABLE, List.of("eas"), "self-service", null));
        days.put(sample.vendorDay(fabrikam).plusDays(3), () -> {
            ask(fabrikam, RE_ENABLE, List.of("imap"), "self-service", null);
            ask(fabrikam, RE_ENABLE, List.of("imap"), "support-ticket", "TICKET-1007");
        });
        days.put(LocalDate.of(2023, 1, 2), () -> ask(northwind, RE_ENABLE, List.of("imap"), "self-service", null));
    }

    @Override
    public boolean isOn(LocalDate day) {
        return days.containsKey(day);
    }

    @Override
    public void play(LocalDate day) {
        days.get(day).run();
    }

    private void ask(Sample.Tenant tenant, String kind, List<String> protocols, String channel, String reference) {
        var body = new LinkedHashMap<String, Object>();
        body.put("programme", Outlooks.PROGRAMME);
        body.put("protocols", protocols);
        body.put("kind", kind);
        body.put("channel", channel);
        if (reference != null) {
            body.put("reference", reference);
        }
        body.put("reason", "The replacement is not ready");
        var answer =
                desk.ask(desk.decider(tenant), Service.TIMELINE, "/v1/tenants/" + tenant.id() + "/exemptions", body);
        var what = "%s of %s (%s)".formatted(kind, String.join(" and ", protocols), channel);
        if (answer.isRefusal()) {
            refused(tenant, what, answer);
        } else {
            granted(tenant, what, answer.body().path("items"));
        }
    }

    private void refused(Sample.Tenant tenant, String what, Answer answer) {
        ledger.refused(tenant.id(), what, answer.body());
        teller.say("%s, %s: refused (%s). %s", tenant.name(), what, type(answer), answer.reason());
        for (var allowed : answer.body().path("allowed")) {
            teller.say("  Allowed instead: %s", words(allowed));
        }
    }

    private void granted(Sample.Tenant tenant, String what, JsonNode items) {
        ledger.granted(items);
        var first = items.path(0);
        teller.say(
                "%s, %s: on file, from %s until %s",
                tenant.name(),
                what,
                first.path("effectiveFrom").asString(),
                first.path("effectiveUntil").asString());
        for (var exemption : items) {
            var protocol = exemption.path("protocol").asString();
            var at = Instant.parse(exemption.path("effectiveFrom").asString());
            teller.say("  %s from then on: %s", protocol, Outlooks.words(outlooks.at(tenant, protocol, at)));
        }
    }

    /** Within the hour, says the vendor: before and after. */
    private void untilItWorks(Sample.Tenant tenant, String protocol) {
        var line = outlooks.now(tenant, protocol);
        teller.say("  %s at this moment: %s", protocol, Outlooks.words(line));
    }

    private static String type(Answer answer) {
        var type = answer.body().path("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static String words(JsonNode allowed) {
        var protocol =
                allowed.hasNonNull("protocol") ? " " + allowed.path("protocol").asString() : "";
        var until =
                allowed.hasNonNull("until") ? ", until " + allowed.path("until").asString() : "";
        var channel = allowed.hasNonNull("channel")
                ? ", by " + allowed.path("channel").asString()
                : "";
        return allowed.path("action").asString() + protocol + channel + until;
    }
}
