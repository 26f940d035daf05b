package dev.cutoff.notification.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.cutoff.commons.page.CsvPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of the clients for a spreadsheet: CSV (RFC 4180) in UTF-8 with the mark by which Excel knows that, and no cell that it would
 * take for a formula. Heads and words are in the reader's language, because a person opens it; programs ask the API. Days are ISO.
 */
final class ClientFile {

    static final String NAME = "cutoff-clients.csv";

    private static final String MARK = "\ufeff";
    private static final List<String> COLUMNS = List.of(
            "section",
            "tenant",
            "client",
            "kind",
            "account",
            "shared",
            "owner",
            "what",
            "protocols",
            "from",
            "until",
            "decideBy",
            "id");

    private final Digest digest;
    private final Reader reader;

    ClientFile(Digest digest, Reader reader) {
        this.digest = digest;
        this.reader = reader;
    }

    /** @param most bytes that it may have; rows beyond them are left out */
    byte[] bytes(int most) {
        var file = new ByteArrayOutputStream();
        write(MARK, file);
        write(line(csv -> csv.writeRecord(COLUMNS.stream().map(reader::column).toList())), file);
        rows().map(cells -> line(csv -> csv.writeRecord(cells)))
                .takeWhile(line -> file.size() + line.getBytes(StandardCharsets.UTF_8).length <= most)
                .forEach(line -> write(line, file));
        return file.toByteArray();
    }

    private Stream<List<String>> rows() {
        var today = digest.day();
        return Stream.of(
                        digest.stops().stream()
                                .flatMap(stop -> rows(
                                        stop.section(today),
                                        stop.topic(),
                                        stop.clients(),
                                        stop.from(),
                                        stop.latest(),
                                        null)),
                        digest.choices().stream()
                                .flatMap(choice -> rows(
                                        choice.section(today),
                                        choice.topic(),
                                        choice.clients(),
                                        choice.earliest(),
                                        choice.latest(),
                                        choice.by())),
                        digest.allClears().stream()
                                .flatMap(clear -> rows(
                                        Digest.Section.RESOLVED, clear.topic(), clear.clients(), null, null, null)))
                .flatMap(some -> some);
    }

    private Stream<List<String>> rows(
            Digest.Section section,
            Digest.Topic topic,
            Clients clients,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate decideBy) {
        var title = reader.section(section);
        var what = reader.topic(topic);
        return clients.rows().stream()
                .map(row -> Stream.of(
                                title,
                                row.tenant(),
                                row.label(),
                                reader.kind(row.kind()),
                                row.account(),
                                row.shared() ? reader.yes() : "",
                                row.owner(),
                                what,
                                reader.protocols(row.protocols()),
                                from,
                                until,
                                decideBy,
                                row.id())
                        .map(ClientFile::cell)
                        .toList());
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : CsvPages.safe(value.toString());
    }

    private static String line(Consumer<CsvWriter> writer) {
        var text = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(text, StandardCharsets.UTF_8))) {
            writer.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void write(String text, ByteArrayOutputStream file) {
        file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
