package dev.cutoff.local.command;

import dev.cutoff.local.demo.Story;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo: a suite on data of its own, emptied first, plays the autumn of 2022 and is left running to be looked at. */
@Command(
        name = "demo",
        description = {
            "Play the autumn of 2022 on data of its own, emptied first, and leave the suite running.",
            "Your own data are not touched; ./cutoff down ends it."
        })
final class DemoCommand implements Callable<Integer> {

    private final Settings settings;

    @Option(names = "--json", description = "Print the summary alone, with ids that can be asked for afterwards.")
    private boolean isJson;

    DemoCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        // The same ports, and one PostgreSQL: two worlds side by side would double the memory and leave open which one
        // a token is for.
        if (Suite.of(settings, World.OWN).isRunning()) {
            throw new Failure(
                    "Your own suite is running and has the ports. Stop it first with ./cutoff down; your data stay as they are.");
        }
        var suite = Suite.of(settings, World.DEMO);
        var terminal = new Terminal();
        var progress = isJson ? new Silence() : terminal;
        try (var _ = Interrupt.stopping(suite, progress)) {
            suite.upEmpty(progress);
        }
        var samples = Path.of(System.getProperty("cutoff.project")).resolve("local/samples/autumn-2022");
        var summary = new Story(suite, samples, isJson ? nowhere() : System.out).tell();
        if (isJson) {
            System.out.println(summary.json());
            return 0;
        }
        summary.print(System.out);
        Terminal.printAddresses(suite);
        aMail(suite).ifPresent(mail -> System.out.printf("  One of them %s%n", mail));
        System.out.println("  Stop it     ./cutoff down");
        return 0;
    }

    /** The longest mail, which has the most to show. */
    private static Optional<Path> aMail(Suite suite) {
        try (var mails = Files.list(suite.folder().mail())) {
            return mails.max(
                    Comparator.comparing((Path mail) -> mail.toFile().length()).thenComparing(Path::toString));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
