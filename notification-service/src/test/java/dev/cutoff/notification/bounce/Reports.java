package dev.cutoff.notification.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mails that came back, as mail servers and people write them. */
final class Reports {

    private Reports() {}

    static byte[] of(String name, String messageId, String envelopeId) {
        try (var file = Reports.class.getResourceAsStream("/bounces/" + name + ".eml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${messageId}", messageId)
                    .replace("${envelopeId}", envelopeId)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
