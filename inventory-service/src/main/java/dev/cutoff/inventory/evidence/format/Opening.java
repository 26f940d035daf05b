package dev.cutoff.inventory.evidence.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a body begins: all that its format is told from. */
public final class Opening {

    private static final int LENGTH = 65_536;
    /** What is told from more than is usual if its first record is longer: twice the longest that a record may be. */
    private static final int MOST = 2_097_152;

    private static final int SHOWN = 300;

    private final byte[] bytes;
    private final CsvHeader header;
    private final JsonOpening json;

    private Opening(byte[] bytes) {
        this.bytes = bytes;
        this.header = CsvHeader.of(new String(bytes, StandardCharsets.UTF_8));
        this.json = JsonOpening.of(bytes);
    }

    /** Reads the beginning of a body in UTF-8: as little of it as its first record allows. */
    public static Opening of(InputStream body) throws IOException {
        var bytes = body.readNBytes(LENGTH);
        var opening = new Opening(bytes);
        if (bytes.length < LENGTH || !opening.json.isCut() || opening.json.isOfSignIns()) {
            return opening;
        }
        var more = new ByteArrayOutputStream();
        more.write(bytes);
        more.write(body.readNBytes(MOST));
        return new Opening(more.toByteArray());
    }

    /** The body from its first byte, with what has been read of it. */
    public InputStream andThen(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }

    CsvHeader header() {
        return header;
    }

    JsonOpening json() {
        return json;
    }

    /** The names of columns or fields, whichever it has. */
    boolean has(String... names) {
        if (json.fields().isEmpty()) {
            return header.has(names);
        }
        var keys = json.fields().stream().map(CsvHeader::key).toList();
        return List.of(names).stream().map(CsvHeader::key).allMatch(keys::contains);
    }

    boolean hasAny(String... names) {
        return List.of(names).stream().anyMatch(this::has);
    }

    /** As much of it as was read, as text. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first line or field names, for who sent it. */
    public String seen() {
        if (!json.fields().isEmpty()) {
            return "JSON with " + String.join(", ", json.fields());
        }
        var text = new String(bytes, 0, Math.min(bytes.length, SHOWN * 4), StandardCharsets.UTF_8);
        var line = text.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        var printable = line.replaceAll("\\p{Cntrl}", "\uFFFD");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "..." : printable;
    }
}
