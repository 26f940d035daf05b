package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.evidence.format.BrokenDocument;
import dev.cutoff.inventory.evidence.format.EvidenceFormat;
import dev.cutoff.inventory.evidence.format.Opening;
import dev.cutoff.inventory.evidence.format.Records;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the records of one body into staging, and counts them. */
abstract sealed class Intake<R> implements Records<R> permits SignInIntake, ListIntake {

    private static final int LONGEST_VALUE = 100;

    protected final BinaryCopy copy;
    private long rows;
    private long ignored;
    private long rejected;
    private @Nullable String failure;

    Intake(BinaryCopy copy) {
        this.copy = copy;
    }

    /** Reads a body to its end, or to where it breaks. */
    final void take(EvidenceFormat<R> format, Opening opening, InputStream content) throws IOException {
        try {
            format.read(opening, content, this);
        } catch (BrokenDocument broken) {
            failure = broken.getMessage();
        }
    }

    /** Counts a record; the number is its own within the body. */
    protected final long next() {
        return ++rows;
    }

    protected final void ignore() {
        ignored++;
    }

    @Override
    public final void unreadable(long line, @Nullable String column, String reason, @Nullable String value) {
        reject(next(), line, column, reason, value);
    }

    protected final void reject(
            long number, long line, @Nullable String column, String reason, @Nullable String value) {
        rejected++;
        writeRejected(number, line, column, reason, value == null ? null : shown(value));
    }

    protected abstract void writeRejected(
            long number, long line, @Nullable String column, String reason, @Nullable String value);

    /** What stood there, as it can be shown. */
    static String shown(String value) {
        var printable = value.replace('\0', '\uFFFD');
        return printable.length() <= LONGEST_VALUE ? printable : printable.substring(0, LONGEST_VALUE) + "...";
    }

    /** Why nothing of the body can be taken; null if it can. */
    @Nullable String failure() {
        return failure;
    }

    /** Rows in the staging table, the rejected ones among them. */
    final long staged() {
        return rows - ignored;
    }

    final long rows() {
        return rows;
    }

    final long ignored() {
        return ignored;
    }

    final long rejected() {
        return rejected;
    }

    List<ImportWarning> warnings() {
        return List.of();
    }

    /** The days of UTC that have sign-ins. */
    Set<LocalDate> days() {
        return Set.of();
    }
}
