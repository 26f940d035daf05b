package dev.cutoff.local.demo;

import dev.cutoff.local.client.Answer;
import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Imports;
import dev.cutoff.local.client.Patience;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the people of the story sit: the suite's API, with the token of whoever is acting. */
final class Desk {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whoever kills a service to see what happens should see the story go on. */
    static final Patience PATIENCE = new Patience(Duration.ofMinutes(5), System.err::println);

    private final Suite suite;
    private final Clocks clocks;
    private final Tokens tokens;
    private final Map<String, Http> people = new HashMap<>();

    Desk(Suite suite) {
        this.suite = suite;
        this.clocks = new Clocks(suite, PATIENCE);
        this.tokens = new Tokens(suite);
    }

    /** Moves the clock for all; returns when all that fell due by then is done. */
    void clock(Instant now) {
        clocks.set(now);
    }

    /** The administrator of the suite, who sees every tenant. */
    Http administrator() {
        return people.computeIfAbsent(
                "*",
                everything -> Http.with(tokens.token("admin", everything, "admin@cutoff.example"))
                        .patient(PATIENCE));
    }

    /** Who decides for a tenant, and sees no other. */
    Http decider(Sample.Tenant tenant) {
        return people.computeIfAbsent(
                tenant.name(),
                name -> Http.with(tokens.token("operator", tenant.id().toString(), tenant.decisionContact()))
                        .patient(PATIENCE));
    }

    JsonNode importFile(Sample.Tenant tenant, Path file) {
        return new Imports(suite.addresses().of(Service.INVENTORY), decider(tenant), ProgressBar.none())
                .run(file, tenant.id());
    }

    Answer ask(Http who, Service service, String path, Object body) {
        return who.ask(address(service, path), JSON.writeValueAsString(body));
    }

    JsonNode put(Http who, Service service, String path, Object body) {
        return who.put(address(service, path), JSON.writeValueAsString(body));
    }

    JsonNode get(Http who, Service service, String path) {
        return who.get(address(service, path));
    }

    String text(Http who, Service service, String path, String mediaType) {
        return who.text(address(service, path), mediaType);
    }

    /** The whole of a list, page by page. */
    List<JsonNode> all(Http who, Service service, String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        var page = get(who, service, path + separator + "limit=500");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(
                    who,
                    service,
                    path + separator + "limit=500&cursor="
                            + encoded(page.path("next").asString()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private URI address(Service service, String path) {
        return suite.addresses().of(service).resolve(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
