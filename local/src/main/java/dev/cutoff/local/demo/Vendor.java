package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendor's word to each tenant: opt-outs confirmed, the day named seven days ahead, the switch-off on the day. */
final class Vendor implements Scene {

    /** MC437540 told the tenants that had opted out (facts A.1, row 14). */
    private static final LocalDate CONFIRMS_OPT_OUTS = LocalDate.of(2022, 9, 23);

    private static final int NOTICE_DAYS = 7;
    /** A protocol to show what holds; every one of the programme is switched off together. */
    private static final String SHOWN = "imap";

    private final Sample sample;
    private final Desk desk;
    private final Outlooks outlooks;
    private final Teller teller;
    private final Ledger ledger;

    Vendor(Sample sample, Desk desk, Outlooks outlooks, Teller teller, Ledger ledger) {
        this.sample = sample;
        this.desk = desk;
        this.outlooks = outlooks;
        this.teller = teller;
        this.ledger = ledger;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.equals(CONFIRMS_OPT_OUTS)
                || sample.tenants().stream()
                        .map(sample::vendorDay)
                        .anyMatch(off -> day.equals(off) || day.equals(off.minusDays(NOTICE_DAYS)));
    }

    @Override
    public void play(LocalDate day) {
        if (day.equals(CONFIRMS_OPT_OUTS)) {
            confirm(sample.tenant("Contoso"), List.of("imap", "ews"));
            confirm(sample.tenant("Fabrikam"), List.of("eas"));
        }
        for (var tenant : sample.tenants()) {
            var off = sample.vendorDay(tenant);
            if (day.equals(off.minusDays(NOTICE_DAYS))) {
                say(tenant, "scheduled", List.of(), off, "SAMPLE-" + off);
                teller.say("The vendor tells %s its day: %s", tenant.name(), off);
                teller.say("  %s: %s", SHOWN, Outlooks.words(outlooks.now(tenant, SHOWN)));
            }
            if (day.equals(off)) {
                say(tenant, "disabled", List.of(), off, "SAMPLE-" + off + "-OFF");
                teller.say("%s is switched off. Its protocols: %s", tenant.name(), outlooks.states(tenant));
            }
        }
    }

    private void confirm(Sample.Tenant tenant, List<String> protocols) {
        say(tenant, "opt-out-received", protocols, null, "MC437540");
        var line = outlooks.now(tenant, protocols.getFirst());
        teller.say(
                "The vendor confirms the opt-out of %s (%s): %s, basis %s",
                tenant.name(),
                String.join(" and ", protocols),
                Outlooks.words(line),
                line.path("basis").asString());
    }

    private void say(
            Sample.Tenant tenant, String kind, List<String> protocols, @Nullable LocalDate day, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("programme", Outlooks.PROGRAMME);
        if (!protocols.isEmpty()) {
            body.put("protocols", protocols);
        }
        body.put("kind", kind);
        if (day != null) {
            body.put("day", day.toString());
        }
        body.put("message", message);
        var answer = desk.ask(
                desk.decider(tenant), Service.TIMELINE, "/v1/tenants/" + tenant.id() + "/vendor-notices", body);
        ledger.vendorSaid(answer.body());
    }
}
