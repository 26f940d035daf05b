package dev.cutoff.local.bench;

import java.io.PrintStream;

/** What a bench has measured. */
public interface Report {

    /** One JSON object that has {@code ratio}. */
    String json();

    /** The same for people. */
    void print(PrintStream out);
}
