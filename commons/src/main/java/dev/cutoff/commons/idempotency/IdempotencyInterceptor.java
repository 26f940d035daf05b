package dev.cutoff.commons.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Claims the key, does the work and keeps the answer in one transaction: after a crash either all of it is there or none, and a
 * second request with the key waits for the first. A refusal keeps nothing, so it may be repeated.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100) // inside the check of roles
class IdempotencyInterceptor {

    private record Kept(
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Callers callers;
    private final CurrentVertxRequest request;

    IdempotencyInterceptor(Jdbi jdbi, ObjectMapper json, Callers callers, CurrentVertxRequest request) {
        this.jdbi = jdbi;
        this.json = json;
        this.callers = callers;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var http = request.getCurrent().request();
        var key = http.getHeader("Idempotency-Key");
        if (key == null) {
            return invocation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalidParameter("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
        }
        var caller = callers.current().name();
        var route = http.method() + " " + http.path();
        var fingerprint = fingerprint(http, invocation);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!claim(caller, route, key, fingerprint)) {
                return replay(caller, route, key, fingerprint);
            }
            var answer = (Response) invocation.proceed();
            keep(caller, route, key, answer);
            return answer;
        });
    }

    /** Waits for a request with the same key that is under way, and is true once it failed or if there is none. */
    private boolean claim(String caller, String route, String key, String fingerprint) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                    delete from idempotent_request
                    where (caller, route, key) = (:caller, :route, :key) and created_at < now() - interval '24 hours'""")
                    .bind("caller", caller)
                    .bind("route", route)
                    .bind("key", key)
                    .execute();
            return handle.createUpdate("""
                    insert into idempotent_request (caller, route, key, fingerprint)
                    values (:caller, :route, :key, :fingerprint) on conflict do nothing""")
                            .bind("caller", caller)
                            .bind("route", route)
                            .bind("key", key)
                            .bind("fingerprint", fingerprint)
                            .execute()
                    == 1;
        });
    }

    private void keep(String caller, String route, String key, Response answer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update idempotent_request set status = :status, location = :location, etag = :etag, body = :body
                where (caller, route, key) = (:caller, :route, :key)""")
                .bind("status", answer.getStatus())
                .bind("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .bind("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .bind("body", write(answer.getEntity()))
                .bind("caller", caller)
                .bind("route", route)
                .bind("key", key)
                .execute());
    }

    private Response replay(String caller, String route, String key, String fingerprint) {
        var kept = jdbi.withHandle(handle -> handle.createQuery("""
                select fingerprint, status, location, etag, body from idempotent_request
                where (caller, route, key) = (:caller, :route, :key)""")
                .bind("caller", caller)
                .bind("route", route)
                .bind("key", key)
                .mapTo(Kept.class)
                .one());
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new Refusal(ProblemType.KEY_REUSED, "Take a new Idempotency-Key for another request");
        }
        var answer = Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .entity(kept.body())
                .header(HttpHeaders.ETAG, kept.etag())
                .header("Idempotency-Replayed", "true");
        return (kept.location() == null ? answer : answer.location(URI.create(kept.location()))).build();
    }

    /** Of the method, the address with its query, and what was read from the body: white space does not make another request. */
    private String fingerprint(HttpServerRequest http, InvocationContext invocation) {
        var parts = new ArrayList<>();
        parts.add(http.method().name());
        parts.add(http.uri());
        var annotations = invocation.getMethod().getParameterAnnotations();
        for (var i = 0; i < annotations.length; i++) {
            if (Arrays.stream(annotations[i]).noneMatch(Context.class::isInstance)) {
                parts.add(invocation.getParameters()[i]);
            }
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(write(parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drops the keys that are past their day. */
    @Singleton
    static class Retention {

        private final Jdbi jdbi;

        Retention(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
        void forget() {
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> handle.execute(
                            "delete from idempotent_request where created_at < now() - interval '24 hours'")));
        }
    }
}
