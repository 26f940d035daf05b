package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Sign-ins of the Graph, one a line (NDJSON): a broken line costs itself only. */
public final class GraphSignInLines implements SignInFormat {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    @Override
    public FormatName name() {
        return FormatName.GRAPH_SIGN_IN_NDJSON;
    }

    @Override
    public String looksLike() {
        return "NDJSON: one item of Microsoft Graph auditLogs/signIns (v1.0 or beta) on each line";
    }

    @Override
    public String nameOf(SignInField field) {
        return GraphSignIn.nameOf(field);
    }

    @Override
    public boolean understands(Opening opening) {
        return opening.json().isOfSignIns() && opening.json().isLines();
    }

    @Override
    public void read(Opening opening, InputStream body, Records<RawSignIn> records) throws IOException {
        var lines = new ByteLines(body);
        var signIn = new GraphSignIn();
        while (lines.next()) {
            if (lines.isTooLong()) {
                records.unreadable(lines.number(), null, "is longer than 1 MB", text(lines));
            } else if (!lines.isBlank()) {
                line(lines, signIn, records);
            }
        }
    }

    private static void line(ByteLines lines, GraphSignIn signIn, Records<RawSignIn> records) throws IOException {
        try (var parser = JSON.createParser(lines.bytes(), lines.offset(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                records.unreadable(lines.number(), null, "is no JSON object", text(lines));
                return;
            }
            var flaw = signIn.read(parser);
            if (flaw != null) {
                records.unreadable(lines.number(), flaw.column(), flaw.reason(), flaw.value());
            } else if (hasMore(parser)) {
                records.unreadable(lines.number(), null, "goes on behind its JSON object", text(lines));
            } else {
                records.record(lines.number(), signIn.row());
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

    private static boolean hasMore(JsonParser parser) throws IOException {
        return parser.nextToken() != null;
    }

    private static String text(ByteLines lines) {
        return new String(lines.bytes(), lines.offset(), Math.min(lines.length(), 400), StandardCharsets.UTF_8);
    }
}
