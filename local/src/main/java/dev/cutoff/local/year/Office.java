package dev.cutoff.local.year;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Imports;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From where everybody in the year acts: the API of the suite, as its administrator, who is refused nothing. */
final class Office {

    static final String PROGRAMME = "smtp-auth-basic";
    static final String PROTOCOL = "smtp-auth";

    private static final int AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Suite suite;
    private final Clocks clocks;
    private final Http administrator;

    Office(Suite suite) {
        this.suite = suite;
        this.clocks = new Clocks(suite);
        this.administrator = Http.with(new Tokens(suite).token("admin", "*", "admin@cutoff.example"));
    }

    /** Moves the clock; returns when all that fell due by then is done. */
    void clock(LocalDate day, int hour) {
        clocks.set(at(day, hour));
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    JsonNode post(Service service, String path, Object body) {
        var answer = administrator.ask(suite.addresses().of(service).resolve(path), JSON.writeValueAsString(body));
        if (answer.isRefusal()) {
            throw new Failure("%s was refused: %s".formatted(path, answer.body()));
        }
        return answer.body();
    }

    void put(Service service, String path, Object body) {
        administrator.put(suite.addresses().of(service).resolve(path), JSON.writeValueAsString(body));
    }

    JsonNode get(Service service, String path) {
        return administrator.get(suite.addresses().of(service).resolve(path));
    }

    void each(Service service, String path, List<?> items) {
        each(service, path, items, outcome -> outcome.path("outcome"));
    }

    /**
     * @param kept what is kept of an outcome: a hundred thousand of them are more than fits into memory
     * @return that of each, in their order
     */
    <T> List<T> each(Service service, String path, List<?> items, Function<JsonNode, T> kept) {
        var all = new ArrayList<T>();
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
            for (var outcome : post(service, path, Map.of("items", some)).path("items")) {
                if (outcome.path("outcome").asString("").equals("rejected")) {
                    throw new Failure("%s rejected one: %s".formatted(path, outcome));
                }
                all.add(kept.apply(outcome));
            }
        }
        return all;
    }

    /** Each of the clients has signed in on the morning of the day. */
    void signIns(Cast.Tenant tenant, List<Cast.Client> clients, LocalDate day) {
        if (clients.isEmpty()) {
            return;
        }
        var log = suite.folder().folder().resolve("sign-ins-" + tenant.number());
        try {
            Files.writeString(
                    log, clients.stream().map(client -> signIn(client, day)).collect(Collectors.joining()));
            var inventory = suite.addresses().of(Service.INVENTORY);
            var job = new Imports(inventory, administrator, ProgressBar.none()).run(log, tenant.id());
            if (job.path("accepted").asInt() != clients.size()) {
                throw new Failure("Sign-ins were not accepted: " + job);
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new Failure("Cannot write " + log + " (" + e.getMessage() + ").", e);
        }
    }

    private static String signIn(Cast.Client client, LocalDate day) {
        var account = client.account();
        var id = UUID.nameUUIDFromBytes((account + day).getBytes());
        return """
                {"id": "%s", "createdDateTime": "%sT05:00:00Z", "userPrincipalName": "%s", "userId": "%s",\
                 "clientAppUsed": "Authenticated SMTP", "userAgent": "", "status": {"errorCode": 0}}
                """.formatted(id, day, account, UUID.nameUUIDFromBytes(account.getBytes()));
    }
}
