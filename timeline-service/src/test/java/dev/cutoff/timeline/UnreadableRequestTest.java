package dev.cutoff.timeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP client sends: written to the socket by hand. */
@TimelineTest
class UnreadableRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cutoffs?tenant=%",
                "/v1/cutoffs?tenant=%zz",
                "/v1/programmes/%",
                "/v1/cutoffs?tenant={id}",
                "/v1/cutoffs?a|b",
                "/v1/programmes/<x>",
                "/v1/programmes/\"x\"",
                "/v1/cutoffs?a^b"
            })
    void an_address_that_is_no_uri_is_a_problem(String address) throws IOException {
        var answer = ask("GET " + address + " HTTP/1.1", "");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("content-type: application/problem+json");
        assertThatJson(body(answer)).and(problem -> {
            problem.node("type").isEqualTo("urn:cutoff:problem:malformed-address");
            problem.node("status").isEqualTo(400);
            problem.node("detail").isString().contains("percent-encoded");
        });
    }

    @Test
    void too_long_an_address_is_a_problem() throws IOException {
        var answer = ask("GET /v1/cutoffs?tenant=" + "a".repeat(9_000) + " HTTP/1.1", "");

        assertThat(answer).startsWith("HTTP/1.1 414 ");
        assertThatJson(body(answer)).inPath("detail").isString().contains("may have 8000 characters");
    }

    @Test
    void too_large_headers_are_a_problem() throws IOException {
        var answer = ask("GET /v1/cutoffs HTTP/1.1", "Authorization: Bearer " + "a".repeat(21_000) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        assertThatJson(body(answer)).inPath("type").isEqualTo("urn:cutoff:problem:headers-too-large");
    }

    @Test
    void a_body_that_comes_with_it_does_no_harm() throws IOException {
        var answer = ask("POST /v1/programmes?x=% HTTP/1.1", "Content-Length: 2\r\n", "{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("malformed-address");
    }

    private static String ask(String line, String headers) throws IOException {
        return ask(line, headers, "");
    }

    private static String ask(String line, String headers, String body) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
