package dev.cutoff.local.command;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The demo's stage: a suite on data of its own, emptied first, left running when the story has been told. */
@Command(
        name = "demo",
        description = "Start the suite on empty data of its own. Your data are not touched; ./cutoff down ends it.")
final class DemoCommand implements Callable<Integer> {

    private final Settings settings;

    @Option(
            names = "--json",
            description = "Print for a program where everything is; progress goes to the error stream.")
    private boolean isJson;

    DemoCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        // The same ports, and one PostgreSQL: two worlds side by side would double the memory and leave open which one
        // a token is
        // for.
        if (Suite.of(settings, World.OWN).isRunning()) {
            throw new Failure(
                    "Your own suite is running and has the ports. Stop it first with ./cutoff down; your data stay as they are.");
        }
        var suite = Suite.of(settings, World.DEMO);
        var terminal = new Terminal(isJson ? System.err : System.out);
        try (var _ = Interrupt.stopping(suite, terminal)) {
            suite.upEmpty(terminal);
        }
        if (isJson) {
            System.out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(summary(suite)));
        } else {
            Terminal.printAddresses(suite);
        }
        return 0;
    }

    private static Map<String, Object> summary(Suite suite) {
        var summary = new LinkedHashMap<String, Object>();
        for (var service : Service.values()) {
            summary.put(service.toString(), suite.addresses().of(service));
        }
        summary.put("issuer", suite.addresses().issuer());
        summary.put("mails", suite.folder().mail().toString());
        return summary;
    }
}
