package dev.cutoff.local.command;

import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.PartStatus;
import dev.cutoff.local.suite.Progress;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How things are said. */
final class Terminal implements Progress {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public synchronized void ready(String part, String address, boolean wasRunning, Duration after) {
        System.out.printf(Locale.ROOT, "  %-13s %-8s %s%n", part, wasRunning ? "was up" : seconds(after), address);
    }

    @Override
    public synchronized void stopped(String part) {
        System.out.printf("  %-13s stopped%n", part);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String megabytes(@Nullable Long bytes) {
        return bytes == null ? "-" : String.format(Locale.ROOT, "%,d MB", bytes / (1024 * 1024));
    }

    static String moment(@Nullable Instant instant) {
        return instant == null ? "-" : MOMENT.format(instant);
    }

    static String health(PartStatus status) {
        return switch (status.health()) {
            case READY -> "ready";
            case NOT_READY -> "NOT READY";
            case STOPPED -> "stopped";
        };
    }

    static String world(World world) {
        return switch (world) {
            case OWN -> "your own data";
            case DEMO -> "the demo's data";
            case BENCH, OUTLOOK_BENCH, NOTIFY_BENCH, PROOF -> "made-up data";
        };
    }

    /** Where to look, once everything runs. */
    static void printAddresses(Suite suite) {
        System.out.println();
        for (var service : Service.values()) {
            System.out.printf(
                    "  Swagger UI  %s/q/swagger-ui%n", suite.addresses().of(service));
        }
        System.out.printf("  Mails       %s%n", suite.folder().mail());
        System.out.printf("  A token     ./cutoff token --role operator --tenant '*'%n");
    }
}
