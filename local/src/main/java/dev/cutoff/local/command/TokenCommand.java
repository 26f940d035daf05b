package dev.cutoff.local.command;

import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.suite.Suite;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "Print a bearer token, good for eight hours.")
final class TokenCommand implements Callable<Integer> {

    private static final List<String> ROLES = List.of("viewer", "operator", "admin", "service");

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--role", paramLabel = "ROLE", description = "viewer, operator, admin or service.")
    private @Nullable String role;

    @Option(
            names = "--tenant",
            paramLabel = "ID[,ID]|*",
            split = ",",
            description = "The tenants that it may see; may be given more than once. '*' sees all.")
    private List<String> tenants = List.of();

    @Option(names = "--subject", paramLabel = "NAME", description = "Who the audit trail will name.")
    private @Nullable String subject;

    @Option(
            names = "--service",
            description = "The token of a service: role service and all tenants, unless others are given.")
    private boolean isService;

    TokenCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var actualRole = role == null && isService ? "service" : role;
        var actualTenants = tenants.isEmpty() && isService ? List.of("*") : tenants;
        if (actualRole == null || !ROLES.contains(actualRole)) {
            throw wrong("--role must be one of " + String.join(", ", ROLES) + ".");
        }
        if (actualTenants.isEmpty()) {
            throw wrong("--tenant must name the tenants, or '*' for all.");
        }
        actualTenants.stream()
                .filter(tenant -> !tenant.equals("*") && !TenantId.isOne(tenant))
                .findFirst()
                .ifPresent(tenant -> {
                    throw wrong("--tenant takes ids such as 8bb6f14a-714e-4fdc-89f6-05418818a00b, or '*'; not " + tenant
                            + ".");
                });
        var name = subject == null ? actualRole + "@local" : subject;
        System.out.println(
                new Tokens(Suite.current(settings)).token(actualRole, String.join(",", actualTenants), name));
        return 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
