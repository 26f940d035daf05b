package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.entry;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packed bodies: unpacked as they come, and refused without a trace where they are broken. */
@InventoryTest
class PackedImportTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private byte[] log() {
        var log = new SignInLog(tenant);
        IntStream.range(0, 3_000)
                .forEach(i -> log.add(entry("user%d@contoso.example".formatted(i % 7), "IMAP4", "JavaMail")));
        return log.ndjson().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void a_packed_log_is_the_log() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var packing = new ZipOutputStream(zip)) {
            packing.putNextEntry(new ZipEntry("InteractiveSignIns.ndjson"));
            packing.write(log());
        }

        assertThatJson(Api.imported(tenant, gzip(log())).toString())
                .inPath("accepted")
                .isEqualTo(3_000);
        assertThatJson(Api.imported(tenant, zip.toByteArray()).toString())
                .inPath("accepted")
                .isEqualTo(3_000);
    }

    @Test
    void a_gzip_that_ends_in_the_middle_leaves_nothing() throws IOException {
        var whole = gzip(log());

        var answer = Api.send(tenant, Arrays.copyOf(whole, whole.length / 2));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("type").isEqualTo("urn:cutoff:problem:broken-archive");
        assertNothingIsLeft();
    }

    @Test
    void a_bomb_is_refused_and_leaves_nothing() throws IOException {
        var line = ("x".repeat(900) + ",ownerEmail\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write("account,ownerEmail\n".getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 200; i++) {
                gzip.write(line);
            }
        }

        var answer = Api.send(tenant, bomb.toByteArray());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("detail")).contains("unpacks to more than 250 times");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/imports?tenant=" + tenant))
                .isEmpty();
        assertThat(Database.signInKeys(tenant)).isEmpty();
    }
}
