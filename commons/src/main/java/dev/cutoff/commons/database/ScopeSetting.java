package dev.cutoff.commons.database;

import java.util.function.Supplier;
import org.jdbi.v3.core.config.JdbiConfig;

/** Where a statement outside of every transaction learns what row-level security may let through. */
public final class ScopeSetting implements JdbiConfig<ScopeSetting> {

    private Supplier<String> source;

    /** Until somebody says where from, nothing may be seen. */
    public ScopeSetting() {
        this(() -> "");
    }

    private ScopeSetting(Supplier<String> source) {
        this.source = source;
    }

    void from(Supplier<String> setting) {
        source = setting;
    }

    /** The value of {@code app.tenants} for whoever calls now. */
    String current() {
        return source.get();
    }

    @Override
    public ScopeSetting createCopy() {
        return new ScopeSetting(source);
    }
}
