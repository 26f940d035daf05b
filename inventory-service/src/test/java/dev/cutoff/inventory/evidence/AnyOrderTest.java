package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A log cut into pieces that overlap, in all formats, shuffled, repeated, sent at once, while database connections die at random moments:
 * the usages are what somebody counts who has the whole log before them.
 */
@InventoryTest
class AnyOrderTest {

    private static final String[] APPS = {"IMAP4", "POP3", "Authenticated SMTP", "Browser", "Fancy Mail"};
    private static final int[] CODES = {0, 0, 0, 0, 50126, 53003};
    private static final int SIGN_INS = 1_500;
    private static final int KILLS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pieces_of_a_log_add_up_whatever_happens(long seed) throws InterruptedException, ExecutionException {
        var tenant = Api.tenant();
        var random = new Random(seed);
        var log = new SignInLog(tenant);
        for (var i = 0; i < SIGN_INS; i++) {
            log.add(at(
                            "2022-08-%02dT%02d:00:%02dZ"
                                    .formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60)),
                            "user%d@contoso.example".formatted(random.nextInt(20)),
                            APPS[random.nextInt(APPS.length)],
                            "JavaMail")
                    .withResult(CODES[random.nextInt(CODES.length)]));
        }
        var pieces = pieces(log, tenant, random);
        var isOver = new AtomicBoolean();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var killer = threads.submit(() -> kill(isOver, random.nextLong()));
            var sent = new ArrayList<Future<UUID>>();
            pieces.forEach(piece -> sent.add(threads.submit(() -> send(tenant, piece))));
            for (var one : sent) {
                var job = Api.finished(tenant, one.get());
                assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
            }
            isOver.set(true);
            killer.get();
        }

        assertThat(shown(tenant)).isEqualTo(truth(log));
    }

    /** Ten pieces, each of which reaches into the next, and a third of them again. */
    private static List<byte[]> pieces(SignInLog log, UUID tenant, Random random) {
        var pieces = new ArrayList<byte[]>();
        var length = SIGN_INS / 10;
        for (var i = 0; i < 10; i++) {
            var piece = new SignInLog(tenant);
            log.entries()
                    .subList(i * length, Math.min(SIGN_INS, (i + 1) * length + random.nextInt(length)))
                    .forEach(piece::add);
            pieces.add(inSomeFormat(piece, i));
        }
        pieces.addAll(pieces.subList(0, 3));
        Collections.shuffle(pieces, random);
        return pieces;
    }

    private static byte[] inSomeFormat(SignInLog piece, int i) {
        return switch (i % 5) {
            case 0 -> piece.csv().getBytes(StandardCharsets.UTF_8);
            case 1 -> piece.csv().getBytes(StandardCharsets.UTF_16);
            case 2 -> piece.ndjson().getBytes(StandardCharsets.UTF_8);
            case 3 -> piece.page().getBytes(StandardCharsets.UTF_8);
            default -> gzip(piece.ndjson());
        };
    }

    private static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As people do: what was not taken in is sent again. */
    private static UUID send(UUID tenant, byte[] piece) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> Api.send(tenant, piece), answer -> answer.statusCode() == 202)
                .jsonPath()
                .getUUID("id");
    }

    /** Kills connections in the middle of staging or merging; fewer than a merge is tried, so that none is given up. */
    private static void kill(AtomicBoolean isOver, long seed) {
        var random = new Random(seed);
        for (var kills = 0; kills < KILLS && !isOver.get(); ) {
            var killed = Database.select("""
                    select pg_terminate_backend(pid)::text from pg_stat_activity
                    where usename = 'inventory_app' and state = 'active' and query ~* '^\\s*(copy staging|insert into|with|update|delete)'
                      and query !~* 'import_error|audit' order by md5(pid::text || %d) limit 1""".formatted(random.nextInt()));
            kills += killed.size();
        }
    }

    private static Map<String, List<Long>> truth(SignInLog log) {
        var truth = new TreeMap<String, List<Long>>();
        var protocols =
                Map.of("IMAP4", "imap", "POP3", "pop", "Authenticated SMTP", "smtp-auth", "Browser", "unspecified");
        for (var entry : log.entries()) {
            var key = entry.address() + " " + protocols.getOrDefault(entry.clientApp(), "other");
            var code = entry.errorCode();
            truth.merge(
                    key,
                    List.of(code == 0 ? 1L : 0, code == 53003 ? 1L : 0, code == 50126 ? 1L : 0),
                    (one, other) ->
                            List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2)));
        }
        return truth;
    }

    private static Map<String, List<Long>> shown(UUID tenant) {
        var shown = new TreeMap<String, List<Long>>();
        for (var attempts : List.of("false", "true")) {
            for (var usage :
                    Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant + "&attemptsOnly=" + attempts)) {
                shown.put(
                        usage.path("account").asText() + " "
                                + usage.path("protocol").asText(),
                        List.of(
                                usage.path("successes").asLong(),
                                usage.path("blocked").asLong(),
                                usage.path("failures").asLong()));
            }
        }
        return shown;
    }
}
