package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.coverage.SpokenDays;
import dev.cutoff.inventory.silence.Activity;
import dev.cutoff.inventory.silence.Silence;
import dev.cutoff.inventory.silence.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a client or usage, and its verdict so far, as {@link VerdictStore} writes it out:
 * {@code trace,trace;modern;claimedOn;migration;reason}, a trace being {@code imap basic 2022-08-01 2022-08-19 12 -}; {@code -} is null.
 *
 * @param uses of what is being retired
 * @param modern the last day of a modern success that can be nobody else's
 * @param claimedOn since when somebody says that it has moved or is gone
 */
record Profile(
        List<Use> uses,
        @Nullable LocalDate modern,
        @Nullable LocalDate claimedOn,
        String migration,
        String reason) {

    record Use(String protocol, String authMethod, Activity activity) {

        private static Use parse(String text) {
            var part = text.split(" ");
            var activity = new Activity(day(part[2]), day(part[3]), Long.parseLong(part[4]), day(part[5]));
            return new Use(part[0], part[1], activity);
        }

        private Silence.Trace before(SpokenDays spoken) {
            var isModern = authMethod.equals("modern") || authMethod.equals("certificate");
            return new Silence.Trace(activity, spoken.around(protocol, authMethod, activity), isModern);
        }
    }

    static Profile parse(String text) {
        var part = text.split(";");
        var uses = part[0].isEmpty()
                ? List.<Use>of()
                : Arrays.stream(part[0].split(",")).map(Use::parse).toList();
        return new Profile(uses, day(part[1]), day(part[2]), part[3], part[4]);
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }

    /** The verdict on a client. */
    Verdict ofClient(SpokenDays spoken) {
        return Silence.of(uses.stream().map(use -> use.before(spoken)).toList(), modern, claimedOn);
    }

    /** The verdict on a usage. */
    Verdict ofUsage(SpokenDays spoken) {
        return Silence.of(uses.getFirst().before(spoken));
    }

    boolean has(Verdict verdict) {
        return WireName.of(verdict.migration()).equals(migration)
                && WireName.of(verdict.reason()).equals(reason);
    }
}
