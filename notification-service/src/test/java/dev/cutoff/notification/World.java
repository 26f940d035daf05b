package dev.cutoff.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inventory and timeline as their contracts say, and the issuer of service tokens, over real HTTP: what they answer is what a test puts
 * in. They know their parameters and refuse others, want a token, and give lists in pages.
 */
public final class World {

    private static final String TOKEN = "a-service-token";
    private static final @Nullable World[] STARTED = new World[1];

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Map<UUID, ObjectNode> tenants = new ConcurrentHashMap<>();
    private final List<ObjectNode> clients = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> owners = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> coverage = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> usages = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectNode> programmes = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<ObjectNode>> feeds =
            Map.of("inventory", new ArrayList<>(), "timeline", new ArrayList<>());
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private int pageSize = 500;

    private World(HttpServer server) {
        this.server = server;
    }

    /** The one of this run; started when it is first asked for. */
    public static World start() {
        synchronized (STARTED) {
            if (STARTED[0] == null) {
                try {
                    var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
                    var world = new World(server);
                    server.createContext("/", world::serve);
                    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                    server.start();
                    STARTED[0] = world;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return STARTED[0];
        }
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    public void reset() {
        tenants.clear();
        clients.clear();
        usages.clear();
        owners.clear();
        coverage.clear();
        lines.clear();
        programmes.clear();
        programme("exchange-online-basic-auth");
        feeds.values().forEach(List::clear);
        down.clear();
        asked.clear();
        pageSize = 500;
    }

    /** @param tenant as inventory answers it, without id and version */
    public UUID tenant(UUID id, String tenant) {
        var before = tenants.get(id);
        var node = object(tenant).put("id", id.toString());
        node.put("version", before == null ? 1 : before.path("version").asLong() + 1);
        tenants.put(id, node);
        happened("inventory", "tenant", id, node);
        return id;
    }

    /** @param client as inventory answers it, without id, version and tenantId */
    public UUID client(UUID tenant, UUID id, String client) {
        clients.removeIf(known -> known.path("id").asText().equals(id.toString()));
        var node = object(client).put("id", id.toString()).put("version", 1).put("tenantId", tenant.toString());
        clients.add(node);
        happened("inventory", "client", tenant, node);
        return id;
    }

    /** An owner with a deputy. */
    public void owner(UUID tenant, String email, String deputy) {
        owner(tenant, email, deputy, null);
    }

    /** @param manager null if none is known */
    public void owner(UUID tenant, String email, String deputy, @Nullable String manager) {
        var boss = manager == null ? "null" : """
                {"email": "%s", "name": null, "locale": "en", "statedAt": null}""".formatted(manager);
        var owner = object("""
                {"id": "%s", "version": 1, "tenantId": "%s", "email": "%s", "kind": "person", "name": null, "locale": null,
                 "deputy": {"email": "%s", "name": null, "locale": "en", "statedAt": null}, "manager": %s}""".formatted(UUID.randomUUID(), tenant, email, deputy, boss));
        owners.removeIf(known -> is(known, "tenantId", tenant.toString()) && is(known, "email", email));
        owners.add(owner);
        happened("inventory", "owner", tenant, owner);
    }

    /**
     * What evidence covers of a protocol, as an import brought it.
     *
     * @param line as inventory answers it, without tenantId and protocol
     */
    public void coverage(UUID tenant, String protocol, String line) {
        coverage.removeIf(known -> is(known, "tenantId", tenant.toString()) && is(known, "protocol", protocol));
        coverage.add(object(line).put("tenantId", tenant.toString()).put("protocol", protocol));
        imported(tenant);
    }

    /** All that the feed says of uses and coverage: an import has brought something. */
    private void imported(UUID tenant) {
        var id = UUID.randomUUID();
        happened(
                "inventory",
                "import",
                tenant,
                object("{\"id\": \"%s\", \"tenantId\": \"%s\", \"status\": \"succeeded\"}".formatted(id, tenant)));
    }

    public void removeLine(UUID tenant, String protocol, String authMethod) {
        lines.removeIf(known -> is(known, "tenantId", tenant.toString())
                && is(known, "protocol", protocol)
                && is(known, "authMethod", authMethod));
    }

    public void removeClient(UUID tenant, UUID id) {
        clients.removeIf(known -> known.path("id").asText().equals(id.toString()));
        usages.removeIf(usage -> usage.path("clientIds").toString().contains(id.toString()));
        happened(
                "inventory",
                "client",
                tenant,
                object("{\"id\": \"%s\", \"version\": 2, \"deleted\": true}".formatted(id)));
    }

    public void usage(UUID tenant, String protocol, String authMethod, UUID... clientIds) {
        usage(tenant, protocol, authMethod, null, clientIds);
    }

    /** A usage that an import brought. */
    public void usage(UUID tenant, String protocol, String authMethod, @Nullable String qualifier, UUID... clientIds) {
        var ids = Arrays.stream(clientIds).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        usages.add(object(
                """
                {"tenantId": "%s", "account": "someone@contoso.example", "protocol": "%s", "authMethod": "%s", "qualifier": %s,
                 "clientIds": [%s], "successes": 3, "blocked": 0, "failures": 0, "firstSeen": "2022-08-01T00:00:00Z",
                 "lastSeen": "2022-08-30T00:00:00Z", "blockedBy": null}""".formatted(tenant, protocol, authMethod, qualifier == null ? null : "\"" + qualifier + "\"", ids)));
        imported(tenant);
    }

    /** An import that brought a later success of the client. */
    public void seen(UUID client, String at) {
        synchronized (usages) {
            usages.stream()
                    .filter(usage -> usage.path("clientIds").toString().contains(client.toString()))
                    .forEach(usage -> {
                        usage.put("lastSeen", at);
                        imported(UUID.fromString(usage.path("tenantId").asText()));
                    });
        }
    }

    /**
     * What timeline says of a protocol from now on.
     *
     * @param line as in an outlook, without protocol and authMethod
     */
    public void line(UUID tenant, String protocol, String authMethod, String line) {
        var node = object(line);
        if (!node.has("programme")) {
            node.put("programme", "exchange-online-basic-auth");
        }
        lines.removeIf(known -> is(known, "tenantId", tenant.toString())
                && is(known, "protocol", protocol)
                && is(known, "authMethod", authMethod)
                && known.path("programme").equals(node.path("programme"))
                && known.path("qualifier").equals(node.path("qualifier")));
        node.put("tenantId", tenant.toString()).put("protocol", protocol).put("authMethod", authMethod);
        lines.add(node);
        happened("timeline", "vendor-notice", tenant, node);
    }

    /** A programme that timeline knows from now on, besides that of Basic authentication. */
    public void programme(String id) {
        programmes.add(json.createObjectNode().put("id", id));
    }

    /** A revision: no tenant's, so everybody's. */
    public void revision() {
        happened(
                "timeline",
                "revision",
                null,
                object("{\"id\": \"exchange-online-basic-auth@2022-09-01\", \"version\": 1}"));
    }

    /** @param service inventory or timeline */
    public void stop(String service) {
        down.add(service);
    }

    public void bringBack(String service) {
        down.remove(service);
    }

    public void pageSize(int size) {
        pageSize = size;
    }

    /** The addresses that were asked for since the last reset, with their parameters but without cursors. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void forgetWhatWasAsked() {
        asked.clear();
    }

    private void happened(String service, String kind, @Nullable UUID tenant, JsonNode data) {
        var event = json.createObjectNode();
        event.put("specversion", "1.0")
                .put(
                        "id",
                        kind + "/" + data.path("id").asText("x") + "@"
                                + data.path("version").asLong(1))
                .put("source", "/" + service)
                .put("type", "cutoff." + kind + ".changed.v1")
                .put("subject", data.path("id").asText("x"))
                .put("time", "2022-09-01T00:00:00Z")
                .put("datacontenttype", "application/json");
        if (tenant != null) {
            event.put("tenantid", tenant.toString());
        }
        event.set("data", data);
        synchronized (feeds) {
            feeds.get(service).add(event);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (path.equals("/token")) {
            answer(exchange, 200, object("""
                    {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(TOKEN)));
            return;
        }
        var service = path.startsWith("/inventory") ? "inventory" : "timeline";
        if (down.contains(service)) {
            answer(exchange, 503, problem(503, "unavailable"));
            return;
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, problem(401, "unauthenticated"));
            return;
        }
        var shown = new HashMap<>(parameters);
        shown.keySet().removeAll(Set.of("cursor", "after", "limit"));
        asked.add(path + (shown.isEmpty() ? "" : "?" + shown));
        answer(exchange, service, path.substring(service.length() + 1), parameters);
    }

    private void answer(HttpExchange exchange, String service, String path, Map<String, String> parameters)
            throws IOException {
        switch (path.replaceFirst("[0-9a-f-]{36}", "ID")) {
            case "/v1/changes" -> list(exchange, Set.of("after"), parameters, () -> changes(service, parameters));
            case "/v1/tenants/ID" -> tenant(exchange, UUID.fromString(path.substring(12)));
            case "/v1/clients" ->
                list(
                        exchange,
                        Set.of("tenant", "authMethod", "protocol"),
                        parameters,
                        () -> page(clients, parameters, client -> usesOf(client, parameters)));
            case "/v1/clients/ID" -> client(exchange, path.substring(12));
            case "/v1/usages" ->
                list(
                        exchange,
                        Set.of("tenant", "authMethod", "protocol"),
                        parameters,
                        () -> page(usages, parameters, usage -> matches(usage, parameters)));
            case "/v1/owners" ->
                list(
                        exchange,
                        Set.of("tenant"),
                        parameters,
                        () -> page(owners, parameters, owner -> is(owner, "tenantId", parameters.get("tenant"))));
            case "/v1/coverage" ->
                list(
                        exchange,
                        Set.of("tenant"),
                        parameters,
                        () -> page(coverage, parameters, line -> is(line, "tenantId", parameters.get("tenant"))));
            case "/v1/programmes" ->
                list(exchange, Set.of(), parameters, () -> page(programmes, parameters, any -> true));
            case "/v1/cutoffs" ->
                list(exchange, Set.of("tenant"), parameters, () -> page(lines, parameters, line -> true));
            case "/v1/tenants/ID/outlook" -> outlook(exchange, path.substring(12, 48));
            default -> answer(exchange, 404, problem(404, "not-found"));
        }
    }

    @FunctionalInterface
    private interface Listing {
        JsonNode items();
    }

    private void list(HttpExchange exchange, Set<String> known, Map<String, String> parameters, Listing listing)
            throws IOException {
        var others = parameters.keySet().stream()
                .filter(name ->
                        !known.contains(name) && !Set.of("limit", "cursor").contains(name))
                .toList();
        if (others.isEmpty()) {
            answer(exchange, 200, listing.items());
        } else {
            answer(exchange, 400, problem(400, "invalid-request"));
        }
    }

    private JsonNode changes(String service, Map<String, String> parameters) {
        synchronized (feeds) {
            var feed = feeds.get(service);
            var from = Integer.parseInt(parameters.getOrDefault("after", "0"));
            var to = Math.min(feed.size(), from + Integer.parseInt(parameters.getOrDefault("limit", "50")));
            var answer = json.createObjectNode();
            ArrayNode items = answer.putArray("items");
            feed.subList(Math.min(from, to), to).forEach(items::add);
            return answer.put("next", String.valueOf(to));
        }
    }

    private JsonNode page(List<ObjectNode> all, Map<String, String> parameters, Predicate<ObjectNode> filter) {
        synchronized (all) {
            var found = all.stream().filter(filter).toList();
            var from = Integer.parseInt(parameters.getOrDefault("cursor", "0"));
            var limit = Math.min(pageSize, Integer.parseInt(parameters.getOrDefault("limit", "50")));
            var to = Math.min(found.size(), from + limit);
            var answer = json.createObjectNode();
            found.subList(from, to).forEach(answer.withArray("items")::add);
            answer.withArray("items");
            return answer.put("next", to < found.size() ? String.valueOf(to) : null);
        }
    }

    private boolean usesOf(JsonNode client, Map<String, String> parameters) {
        synchronized (usages) {
            return is(client, "tenantId", parameters.get("tenant"))
                    && usages.stream()
                            .filter(usage -> matches(usage, parameters))
                            .anyMatch(usage -> usage.path("clientIds")
                                    .toString()
                                    .contains(client.path("id").asText()));
        }
    }

    private static boolean matches(JsonNode usage, Map<String, String> parameters) {
        return is(usage, "tenantId", parameters.get("tenant"))
                && (!parameters.containsKey("authMethod") || is(usage, "authMethod", parameters.get("authMethod")))
                && (!parameters.containsKey("protocol") || is(usage, "protocol", parameters.get("protocol")));
    }

    private static boolean is(JsonNode node, String field, String value) {
        return node.path(field).asText().equals(value);
    }

    private void tenant(HttpExchange exchange, UUID id) throws IOException {
        var tenant = tenants.get(id);
        answer(exchange, tenant == null ? 404 : 200, tenant == null ? problem(404, "not-found") : tenant);
    }

    private void client(HttpExchange exchange, String id) throws IOException {
        Optional<ObjectNode> client;
        synchronized (clients) {
            client = clients.stream().filter(known -> is(known, "id", id)).findFirst();
        }
        answer(exchange, client.isEmpty() ? 404 : 200, client.isEmpty() ? problem(404, "not-found") : client.get());
    }

    private void outlook(HttpExchange exchange, String id) throws IOException {
        if (!tenants.containsKey(UUID.fromString(id))) {
            answer(exchange, 404, problem(404, "not-found"));
            return;
        }
        var answer = json.createObjectNode()
                .put("tenantId", id)
                .put("at", "2022-09-01T00:00:00Z")
                .put("knownOn", "2022-09-01");
        var protocols = answer.putArray("protocols");
        synchronized (lines) {
            lines.stream().filter(line -> is(line, "tenantId", id)).forEach(protocols::add);
        }
        answer(exchange, 200, answer);
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private JsonNode problem(int status, String slug) {
        return json.createObjectNode().put("type", "urn:cutoff:problem:" + slug).put("status", status);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
