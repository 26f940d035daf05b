package dev.cutoff.local.demo;

import java.time.LocalDate;
import java.util.Set;

/** The end of December and the first week of January: what every tenant is in. */
final class Ending implements Scene {

    private static final Set<LocalDate> DAYS =
            Set.of(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 8));

    private final Sample sample;
    private final Outlooks outlooks;
    private final Teller teller;

    Ending(Sample sample, Outlooks outlooks, Teller teller) {
        this.sample = sample;
        this.outlooks = outlooks;
        this.teller = teller;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return DAYS.contains(day);
    }

    @Override
    public void play(LocalDate day) {
        sample.tenants().forEach(tenant -> teller.say("%s: %s", tenant.name(), outlooks.states(tenant)));
    }
}
