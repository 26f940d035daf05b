package dev.cutoff.local.command;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Imports;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "import", description = "Send a file of evidence to inventory, and follow it until it is merged.")
final class ImportCommand implements Callable<Integer> {

    private static final List<String> COUNTS = List.of("format", "rows", "accepted", "known", "ignored", "rejected");

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "A sign-in log, report or list, in any format that inventory understands.")
    private @Nullable Path file;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "The tenant that it is about.")
    private String tenant = "";

    ImportCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (!TenantId.isOne(tenant)) {
            throw new ParameterException(spec.commandLine(), "--tenant takes one tenant's id, not " + tenant + ".");
        }
        if (file == null || !Files.isRegularFile(file)) {
            throw new Failure("There is no file " + file + ".");
        }
        var suite = Suite.current(settings);
        var http = Http.with(new Tokens(suite).token("operator", tenant, "operator@local"));
        var imports = new Imports(
                suite.addresses().of(Service.INVENTORY), http, new ProgressBar(System.err, Terminal.isWatched()));
        var began = System.nanoTime();
        var job = imports.run(file, UUID.fromString(tenant));
        print(job, Duration.ofNanos(System.nanoTime() - began));
        if (job.path("rejected").asLong(0) > 0) {
            printErrors(
                    imports.errors(job.path("id").asString()),
                    job.path("rejected").asLong());
        }
        return job.path("status").asString().equals("succeeded") ? 0 : 1;
    }

    private void print(JsonNode job, Duration duration) {
        System.out.printf(
                "Import %s %s in %s%n",
                job.path("id").asString(), job.path("status").asString(), Terminal.seconds(duration));
        for (var count : COUNTS) {
            System.out.printf("  %-9s %s%n", count, text(job.path(count)));
        }
        if (job.hasNonNull("failure")) {
            System.out.printf("  failure   %s%n", text(job.path("failure")));
        }
        for (var warning : job.path("warnings")) {
            System.out.printf("  warning   %s%n", text(warning));
        }
    }

    private static void printErrors(JsonNode errors, long rejected) {
        System.out.printf("The first of %,d rejected rows:%n", rejected);
        for (var error : errors) {
            var column = text(error.path("column"));
            System.out.printf(
                    "  line %s%s: %s%s%n",
                    text(error.path("line")),
                    column.isEmpty() ? "" : ", " + column,
                    text(error.path("reason")),
                    error.hasNonNull("value") ? " (" + text(error.path("value")) + ")" : "");
        }
    }

    /** A value as a person reads it; the fields of an object side by side. */
    private static String text(JsonNode node) {
        if (node.isNumber()) {
            return "%,d".formatted(node.asLong());
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> field.getKey() + " " + text(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(ImportCommand::text)
                    .collect(Collectors.joining(", "));
        }
        return node.isNull() || node.isMissingNode() ? "" : node.asString();
    }
}
