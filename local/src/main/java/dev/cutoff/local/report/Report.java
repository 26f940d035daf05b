package dev.cutoff.local.report;

import java.io.PrintStream;
import tools.jackson.databind.json.JsonMapper;

/** What a bench has measured or a proof has found. */
public interface Report {

    /** One JSON object; a bench's has {@code ratio}, a proof's has {@code holds}. */
    default String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** The same for people. */
    void print(PrintStream out);

    /** Whether what was to be proved is so; a bench only measures. */
    default boolean holds() {
        return true;
    }
}
