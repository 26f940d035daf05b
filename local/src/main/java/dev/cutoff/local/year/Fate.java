package dev.cutoff.local.year;

import java.time.LocalDate;

/** What the vendor, or the tenant, does about the line in one tenant, beside what it announces to all. */
sealed interface Fate {

    /** The vendor never names a day. */
    record Unnamed() implements Fate {}

    /** The vendor names the day some days before. */
    record Named(LocalDate told, LocalDate day) implements Fate {}

    /** The vendor names a day, and then another. */
    record Postponed(LocalDate told, LocalDate day, LocalDate toldAgain, LocalDate laterDay) implements Fate {}

    /** The vendor takes it back for the cloud that the tenant is in. */
    record Cancelled() implements Fate {}

    /** The tenant switches it off itself. */
    record Blocked(LocalDate on) implements Fate {}
}
