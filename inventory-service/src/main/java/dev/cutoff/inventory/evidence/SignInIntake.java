package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.evidence.format.SignInFormat;
import dev.cutoff.inventory.signin.Judgement.Guest;
import dev.cutoff.inventory.signin.Judgement.Refused;
import dev.cutoff.inventory.signin.Judgement.Taken;
import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.Result;
import dev.cutoff.inventory.signin.SignIns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges sign-ins as they are read, and stages what is needed of them: about a hundred bytes of a kilobyte. */
final class SignInIntake extends Intake<RawSignIn> {

    static final String COLUMNS =
            "(n, line, id, at, user_id, address, trait, outcome, day, month, field, reason, value)";

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int MOST_WARNINGS = 100;

    private final SignInFormat format;
    private final SignIns signIns;
    private final TraitNumbers traits = new TraitNumbers();
    private final Map<String, Long> unknownClientApps = new TreeMap<>();
    private final DayCounts days = new DayCounts();

    SignInIntake(BinaryCopy copy, SignInFormat format, SignIns signIns) {
        super(copy);
        this.format = format;
        this.signIns = signIns;
    }

    @Override
    public void record(long line, RawSignIn row) {
        var number = next();
        switch (signIns.judge(row)) {
            case Taken taken -> write(number, line, taken);
            case Guest _ -> ignore();
            case Refused refused ->
                reject(number, line, format.nameOf(refused.field()), refused.reason(), refused.value());
        }
    }

    private void write(long number, long line, Taken taken) {
        var use = taken.traits().use();
        if (!use.known()
                && (unknownClientApps.size() < MOST_WARNINGS || unknownClientApps.containsKey(clientApp(taken)))) {
            unknownClientApps.merge(clientApp(taken), 1L, Long::sum);
        }
        var day = days.of(Math.floorDiv(taken.at(), MICROS_PER_DAY));
        day.add(use, taken.result() == Result.SUCCESS);
        copy.row(13)
                .bigint(number)
                .bigint(line)
                .uuid(taken.id())
                .timestamp(taken.at())
                .uuid(taken.userId())
                .text(taken.address())
                .integer(traits.of(taken.traits()))
                .smallint(taken.result().ordinal())
                .integer(day.number())
                .smallint(day.month())
                .absent()
                .absent()
                .absent();
    }

    @Override
    protected void writeRejected(
            long number, long line, @Nullable String column, String reason, @Nullable String value) {
        copy.row(13).bigint(number).bigint(line);
        copy.absent().absent().absent().absent().absent().absent().absent().absent();
        copy.text(column).text(reason).text(value);
    }

    private static String clientApp(Taken taken) {
        var clientApp = String.valueOf(taken.traits().clientApp());
        return clientApp.length() <= 100 ? clientApp : clientApp.substring(0, 100);
    }

    @Override
    @Nullable String failure() {
        return days.areTooMany()
                ? "The sign-ins are of more than %,d days; send them in parts".formatted(DayCounts.MOST)
                : super.failure();
    }

    TraitNumbers traits() {
        return traits;
    }

    @Override
    List<ImportWarning> warnings() {
        return unknownClientApps.entrySet().stream()
                .map(one -> new ImportWarning(ImportWarning.UNKNOWN_CLIENT_APP, one.getKey(), one.getValue()))
                .toList();
    }

    DayCounts dayCounts() {
        return days;
    }

    @Override
    Set<LocalDate> days() {
        return days.days();
    }
}
