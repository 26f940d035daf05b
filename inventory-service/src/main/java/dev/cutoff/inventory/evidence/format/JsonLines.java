package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Records one a line (NDJSON): a broken line costs itself only. */
final class JsonLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonRecord.DEEPEST)
                    .build())
            .build();

    private JsonLines() {}

    static <R> void read(InputStream body, JsonRecord<R> record, Records<R> records) throws IOException {
        var lines = new ByteLines(body);
        while (lines.next()) {
            if (lines.isTooLong()) {
                records.unreadable(lines.number(), null, "is longer than 1 MB", text(lines));
            } else if (!lines.isBlank()) {
                line(lines, record, records);
            }
        }
    }

    private static <R> void line(ByteLines lines, JsonRecord<R> record, Records<R> records) throws IOException {
        if (record.readPlain(lines.bytes(), lines.offset(), lines.offset() + lines.length())) {
            records.record(lines.number(), record.record());
            return;
        }
        try (var parser = JSON.createParser(lines.bytes(), lines.offset(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                records.unreadable(lines.number(), null, "is no JSON object", text(lines));
                return;
            }
            record.read(parser);
            var flaw = record.flaw();
            if (flaw != null) {
                records.unreadable(lines.number(), flaw.column(), flaw.reason(), flaw.value());
            } else if (parser.nextToken() != null) {
                records.unreadable(lines.number(), null, "goes on behind its JSON object", text(lines));
            } else {
                records.record(lines.number(), record.record());
            }
        } catch (JsonProcessingException e) {
            var column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            records.unreadable(
                    lines.number(),
                    null,
                    "is not JSON of our limits, from column %d on".formatted(column),
                    text(lines));
        }
    }

    private static String text(ByteLines lines) {
        return new String(lines.bytes(), lines.offset(), Math.min(lines.length(), 400), StandardCharsets.UTF_8);
    }
}
