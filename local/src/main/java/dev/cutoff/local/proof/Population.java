package dev.cutoff.local.proof;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Imports;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** People who each own one device that signs in with IMAP and a password, so that each is to be told the same on the same day. */
public final class Population {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 1_000;

    private final Suite suite;
    private final Http administrator;

    /**
     * @param suite whose inventory they are in
     * @param administrator of all tenants
     */
    public Population(Suite suite, Http administrator) {
        this.suite = suite;
        this.administrator = administrator;
    }

    /**
     * Makes a tenant and its people.
     *
     * @param name of the tenant and, with {@code .example} after it, of its domain
     * @return the tenant
     * @throws Failure if inventory refuses any of it
     */
    public UUID settle(String name, int people) {
        var tenant = UUID.nameUUIDFromBytes(name.getBytes());
        upsert("/v1/tenants:upsert", List.of(tenant(tenant, name)));
        for (var from = 0; from < people; from += AT_ONCE) {
            upsert(
                    "/v1/clients:upsert",
                    IntStream.range(from, Math.min(people, from + AT_ONCE))
                            .mapToObj(number -> client(tenant, name, number))
                            .toList());
        }
        signIn(tenant, name, people);
        return tenant;
    }

    private static Map<String, Object> tenant(UUID id, String name) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "primaryDomain",
                domain(name),
                "cloud",
                "worldwide",
                "createdOn",
                "2016-03-01",
                "timeZone",
                "UTC",
                "locale",
                "en");
    }

    private static Map<String, Object> client(UUID tenant, String name, int number) {
        return Map.of(
                "tenantId",
                tenant,
                "source",
                "cmdb",
                "externalId",
                "printer" + number,
                "kind",
                "device",
                "name",
                "Printer " + number,
                "account",
                account(name, number),
                "ownerEmail",
                "owner" + number + "@" + domain(name));
    }

    private void signIn(UUID tenant, String name, int people) {
        var log = suite.folder().folder().resolve("sign-ins-" + tenant);
        try {
            Files.writeString(
                    log,
                    IntStream.range(0, people)
                            .mapToObj(number -> signIn(account(name, number)))
                            .collect(Collectors.joining()));
            var job = new Imports(address(""), administrator, ProgressBar.none()).run(log, tenant);
            if (job.path("accepted").asInt() != people) {
                throw new Failure("Sign-ins were not accepted: " + job);
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new Failure("Cannot write " + log + " (" + e.getMessage() + ").", e);
        }
    }

    private static String signIn(String account) {
        var id = UUID.nameUUIDFromBytes(account.getBytes());
        return """
                {"id": "%s", "createdDateTime": "2022-09-14T08:00:00Z", "userPrincipalName": "%s", "userId": "%s",\
                 "clientAppUsed": "IMAP4", "userAgent": "", "status": {"errorCode": 0}}
                """.formatted(id, account, id);
    }

    private static String account(String name, int number) {
        return "device" + number + "@" + domain(name);
    }

    private static String domain(String name) {
        return name + ".example";
    }

    private void upsert(String path, List<Map<String, Object>> items) {
        var answer = administrator.ask(address(path), JSON.writeValueAsString(Map.of("items", items)));
        if (answer.isRefusal() || answer.body().toString().contains("\"rejected\"")) {
            throw new Failure("%s was refused: %s".formatted(path, answer.body()));
        }
    }

    private URI address(String path) {
        return suite.addresses().of(Service.INVENTORY).resolve(path.isEmpty() ? "/" : path);
    }
}
