package dev.cutoff.local.demo;

import java.time.LocalDate;

/** Something that people or the vendor do on certain days. */
interface Scene {

    /** Whether anything happens on this day. */
    boolean isOn(LocalDate day);

    void play(LocalDate day);
}
