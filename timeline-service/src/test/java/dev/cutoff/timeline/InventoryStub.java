package dev.cutoff.timeline;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small server that speaks inventory's contract: what it answers is validated against the promise in {@code api-spec}, so that a test
 * cannot rest on what inventory would never say.
 */
public final class InventoryStub implements QuarkusTestResourceLifecycleManager {

    private record Change(UUID id, String event) {}

    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final Map<UUID, String> TENANTS = new ConcurrentHashMap<>();
    private static final List<Change> FEED = new CopyOnWriteArrayList<>();
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
    private static volatile boolean isDown;

    private final OpenApiInteractionValidator contract = OpenApiInteractionValidator.createForSpecificationUrl(
                    ServiceUnderTest.repository()
                            .resolve("api-spec/inventory.yaml")
                            .toUri()
                            .toString())
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", Level.IGNORE)
                    .build())
            .build();
    private @Nullable HttpServer server;

    /** A tenant that inventory knows and has told in its feed. */
    public static UUID tenant(String cloud, @Nullable String createdOn) {
        var id = UUID.randomUUID();
        change(id, 1, cloud, createdOn);
        return id;
    }

    /** A worldwide tenant of which inventory knows what it has bought. */
    public static UUID tenantWith(String... licences) {
        var id = UUID.randomUUID();
        var bought = Stream.of(licences).map("\"%s\""::formatted).collect(Collectors.joining(", ", "[", "]"));
        var tenant = json(id, 1, "worldwide", null).replace("\"licences\": null", "\"licences\": " + bought);
        TENANTS.put(id, tenant);
        FEED.add(new Change(id, event(id, 1, tenant)));
        return id;
    }

    /** A tenant that inventory knows and whose event has not come yet. */
    public static UUID untoldTenant(String cloud) {
        var id = UUID.randomUUID();
        TENANTS.put(id, json(id, 1, cloud, null));
        return id;
    }

    public static void change(UUID id, long version, String cloud, @Nullable String createdOn) {
        var tenant = json(id, version, cloud, createdOn);
        TENANTS.put(id, tenant);
        FEED.add(new Change(id, event(id, version, tenant)));
    }

    public static void delete(UUID id) {
        TENANTS.remove(id);
        FEED.add(new Change(id, event(id, 9, """
                {"id": "%s", "version": 9, "deleted": true}""".formatted(id))));
    }

    /** Until it is up again it answers nothing that helps. */
    public static void down(boolean down) {
        isDown = down;
    }

    public static List<String> requests() {
        return REQUESTS;
    }

    @Override
    public Map<String, String> start() {
        try {
            var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(local, 0);
            server.createContext("/", this::answer);
            server.start();
            return Map.of(
                    "quarkus.rest-client.inventory.url",
                    "http://localhost:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        REQUESTS.add(path);
        if (isDown) {
            send(exchange, 503, "text/plain", "no");
            return;
        }
        if (path.equals("/v1/changes")) {
            sendPromised(
                    exchange,
                    "/v1/changes",
                    200,
                    changes(exchange.getRequestURI().getQuery()));
            return;
        }
        var tenant = TENANTS.get(UUID.fromString(path.substring("/v1/tenants/".length())));
        sendPromised(exchange, path, tenant == null ? 404 : 200, tenant == null ? """
                {"type": "urn:cutoff:problem:not-found", "title": "There is no such resource", "status": 404}""" : tenant);
    }

    private static String changes(String query) {
        var after = AFTER.matcher(query);
        var position = after.find() ? Integer.parseInt(after.group(1)) : 0;
        var end = Math.min(FEED.size(), position + 500);
        return """
                {"items": [%s], "next": "%d"}""".formatted(
                        FEED.subList(position, end).stream().map(Change::event).collect(Collectors.joining(", ")), end);
    }

    private void sendPromised(HttpExchange exchange, String path, int status, String body) throws IOException {
        var type = status == 200 ? "application/json" : "application/problem+json";
        var answer = SimpleResponse.Builder.status(status)
                .withContentType(type)
                .withBody(body)
                .build();
        var report = contract.validateResponse(path, Request.Method.GET, answer);
        if (report.hasErrors()) {
            send(exchange, 500, "text/plain", "Inventory would never say this: " + report);
            return;
        }
        send(exchange, status, type, body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String json(UUID id, long version, String cloud, @Nullable String createdOn) {
        return """
                {"id": "%s", "version": %d, "name": "Contoso", "primaryDomain": "contoso.example", "cloud": "%s", "createdOn": %s,
                 "timeZone": "Asia/Tokyo", "locale": "ja", "decisionContact": null, "fallbackContact": null,
                 "groups": [], "licences": null}""".formatted(id, version, cloud, createdOn == null ? "null" : "\"" + createdOn + "\"");
    }

    private static String event(UUID id, long version, String data) {
        return """
                {"specversion": "1.0", "id": "tenant/%s@%d", "source": "/inventory", "type": "cutoff.tenant.changed.v1",
                 "subject": "%s", "time": "2022-08-29T08:00:00Z", "datacontenttype": "application/json", "tenantid": "%s",
                 "data": %s}""".formatted(id, version, id, id, data);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
