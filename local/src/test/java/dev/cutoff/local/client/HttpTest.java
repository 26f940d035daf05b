package dev.cutoff.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command line does when a service does not answer. */
class HttpTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private HttpServer service;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            var status = statuses.removeFirst();
            if (status == 0) {
                exchange.close();
                return;
            }
            var body = "{\"title\": \"Later\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        address = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/v1/things");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void a_patient_one_asks_the_same_again_until_the_service_is_back() {
        statuses.addAll(List.of(0, 503, 200));

        var answer = Http.anonymous()
                .patient(new Patience(Duration.ofMinutes(1), told::add))
                .ask(address, "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(told)
                .containsExactly(
                        address.resolve("/") + " does not answer. Waiting for it; ./cutoff up brings it back.");
    }

    @Test
    void patience_ends() {
        statuses.addAll(List.of(503, 503, 503, 503));

        var answer = Http.anonymous()
                .patient(new Patience(Duration.ofMillis(600), told::add))
                .ask(address, "{}");

        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void a_command_says_at_once_that_nobody_answers() {
        service.stop(0);

        assertThatThrownBy(() -> Http.anonymous().get(address))
                .isInstanceOf(Failure.class)
                .hasMessage(address.resolve("/") + " does not answer (no connection); ./cutoff status says what runs.");
        assertThat(told).isEmpty();
    }
}
