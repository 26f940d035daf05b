package dev.cutoff.local.demo;

import java.time.LocalDate;

/** 1 September: "no exceptions" is over. The same question, asked with the knowledge of two days. */
final class Reversal implements Scene {

    private static final LocalDate DAY = LocalDate.of(2022, 9, 1);
    private static final String PROTOCOL = "imap";

    private final Sample sample;
    private final Outlooks outlooks;
    private final Teller teller;

    Reversal(Sample sample, Outlooks outlooks, Teller teller) {
        this.sample = sample;
        this.outlooks = outlooks;
        this.teller = teller;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.equals(DAY);
    }

    @Override
    public void play(LocalDate day) {
        var tenant = sample.tenants().getFirst();
        for (var known : new LocalDate[] {day.minusDays(1), day}) {
            var line = outlooks.knownOn(tenant, PROTOCOL, known);
            teller.say(
                    "%s, %s, as known on %s (announced %s): %s. Opting out is %s",
                    tenant.name(),
                    PROTOCOL,
                    known,
                    line.path("announced").asString(),
                    Outlooks.words(line),
                    Outlooks.action(line, "opt-out"));
        }
    }
}
