package dev.cutoff.local.command;

import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.year.Letters;
import dev.cutoff.local.year.Size;
import dev.cutoff.local.year.YearProof;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "year",
        description = {
            "A year of notices, day by day: a vendor that moves its dates, names days and takes them back, owners who answer, relapse, bounce or say",
            "nothing, and a service that stands still for two weeks. Judged from the mails alone: nobody is missed, nobody gets more than one a day,",
            "nothing comes after it is done. On databases of its own, which are gone afterwards."
        })
final class ProveYearCommand implements Callable<Integer> {

    private static final int MOST_CLIENTS = 999_999;

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--tenants", defaultValue = "200", description = "How many tenants. Default: 200.")
    private int tenants;

    @Option(names = "--owners", defaultValue = "5000", description = "How many owners, of all tenants. Default: 5,000.")
    private int owners;

    @Option(
            names = "--clients",
            defaultValue = "100000",
            description = "How many clients, of all owners. Default: 100,000.")
    private int clients;

    @Option(names = "--days", defaultValue = "365", description = "How many days from 1 May 2026 on. Default: 365.")
    private int days;

    @Option(names = "--seed", description = "Of what is random. Default: another each time.")
    private long seed = System.nanoTime() & 0xffffffL;

    @Option(names = "--json", description = "Print one JSON object with what was found, and nothing else.")
    private boolean isJson;

    ProveYearCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (tenants < 1 || owners < tenants || clients < owners || clients > MOST_CLIENTS || days < 1 || days > 1_000) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there must be a tenant at least, as many owners as tenants, as many clients as owners and no more than 999,999,"
                            + " and 1 to 1,000 days");
        }
        try (var letters = new Letters()) {
            var size = new Size(tenants, owners, clients, days, seed);
            return new SuiteOfItsOwn(settings.withSmtpUrl(letters.address().toString()), World.PROOF, isJson)
                    .print(suite -> new YearProof(suite, new Silence(), this::tell).run(size, letters));
        }
    }

    private void tell(String what) {
        if (!isJson) {
            System.err.println("  " + what);
        }
    }
}
