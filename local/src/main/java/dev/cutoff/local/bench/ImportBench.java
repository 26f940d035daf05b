package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Importing sign-ins over HTTP against a bare COPY of the same rows: the same server, the same run, in turn. */
public final class ImportBench {

    private final Suite suite;
    private final ProcessHandle inventory;

    /** @param suite with inventory running on databases that hold nothing */
    public ImportBench(Suite suite) {
        this.suite = suite;
        this.inventory = suite.status().stream()
                .filter(part -> part.name().equals(Service.INVENTORY.toString()) && part.pid() != null)
                .flatMap(part -> ProcessHandle.of(part.pid()).stream())
                .findFirst()
                .orElseThrow(() -> new Failure("Inventory does not run."));
    }

    /**
     * @param turns of each, after one of each that does not count
     * @param progress is told what is done, and how many steps of how many are
     */
    public ImportReport run(long rows, int turns, BiConsumer<String, Integer> progress) {
        var folder = suite.folder().folder().resolve("sign-ins");
        try (var owner = suite.connect(Service.INVENTORY, "owner")) {
            var copy = new CopyPeer(owner);
            var service = new ImportPeer(suite);
            warmUp(folder, Math.min(rows, 100_000), copy, service);
            progress.accept("making sign-ins", 0);
            var file = SignInFile.write(folder, 0, rows, row -> progress.accept("making sign-ins", percent(row, rows)));
            var idle = megabytes(peakWhile(() -> {}));
            var importing = new ArrayList<Long>();
            var copying = new ArrayList<Long>();
            var peak = peakWhile(() -> {
                for (var turn = 0; turn < turns; turn++) {
                    progress.accept("copying and importing in turn", percent(turn, turns));
                    copying.add(copy.load(file));
                    importing.add(service.load(file, service.tenant()));
                }
            });
            file.delete();
            var more = SignInFile.write(
                    folder, 0, 2 * rows, row -> progress.accept("making more", percent(row, 2 * rows)));
            var tenant = service.tenant();
            var longer = new ArrayList<Long>();
            var peakOfMore = peakWhile(() -> longer.add(service.load(more, tenant)));
            more.delete();
            var month = SignInFile.write(
                    folder, 1, rows, row -> progress.accept("making those of the next month", percent(row, rows)));
            var next = service.load(month, tenant);
            month.delete();
            return report(
                    rows,
                    importing,
                    copying,
                    longer.getFirst(),
                    next,
                    idle,
                    List.of(megabytes(peak), megabytes(peakOfMore)));
        } catch (SQLException e) {
            throw new Failure("The bench cannot reach its database: " + e.getMessage(), e);
        }
    }

    private static void warmUp(Path folder, long rows, CopyPeer copy, ImportPeer service) {
        var file = SignInFile.write(folder, 0, rows, _ -> {});
        copy.load(file);
        service.load(file, service.tenant());
        file.delete();
    }

    private long peakWhile(Runnable work) {
        try (var watch = new MemoryWatch(inventory)) {
            work.run();
            return watch.peak();
        }
    }

    private static ImportReport report(
            long rows, List<Long> importing, List<Long> copying, long twice, long next, long idle, List<Long> peaks) {
        return new ImportReport(
                "import",
                Figures.rounded((double) middle(copying) / middle(importing)),
                rows,
                Math.round(rows / (middle(importing) / 1e9)),
                Math.round(rows / (middle(copying) / 1e9)),
                seconds(importing),
                seconds(copying),
                Figures.rounded((double) twice / middle(importing)),
                Figures.rounded((double) next / middle(importing)),
                idle,
                peaks);
    }

    private static long middle(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static List<Double> seconds(List<Long> nanos) {
        return nanos.stream().map(one -> Figures.rounded(one / 1e9)).toList();
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static int percent(long done, long all) {
        return (int) (100 * done / all);
    }
}
