package dev.cutoff.inventory.evidence.format;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records of a CSV file with its header understood: blank lines and repeated headers are none. */
final class CsvRecords {

    /** Takes the fields of one record, as many as there are columns. */
    interface Each {

        void accept(long line, List<String> fields);
    }

    private final CsvHeader header;

    CsvRecords(CsvHeader header) {
        this.header = header;
    }

    void read(InputStream body, Records<?> records, Each each) throws IOException {
        var gate = new RecordGate(
                new InputStreamReader(body, StandardCharsets.UTF_8),
                header.separator(),
                (line, reason, text) -> records.unreadable(line, null, reason, text));
        try (var reader = CsvReader.builder()
                .fieldSeparator(header.separator())
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * RecordGate.LONGEST)
                .ofCsvRecord(gate)) {
            for (var record : reader) {
                accept(record.getStartingLineNumber(), record.getFields(), records, each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void accept(long line, List<String> fields, Records<?> records, Each each) {
        if (isBlank(fields) || header.isRepeatedBy(fields) || CsvHeader.isBefore(fields)) {
            return;
        }
        var columns = header.columns().size();
        if (fields.size() > columns && isBlank(fields.subList(columns, fields.size()))) {
            accept(line, fields.subList(0, columns), records, each);
            return;
        }
        if (fields.size() != columns) {
            records.unreadable(
                    line,
                    null,
                    "has %d fields, and the header has %d".formatted(fields.size(), columns),
                    String.join(String.valueOf(header.separator()), fields));
            return;
        }
        for (var i = 0; i < fields.size(); i++) {
            var flaw = flaw(fields.get(i));
            if (flaw != null) {
                records.unreadable(line, header.columns().get(i).strip(), flaw, fields.get(i));
                return;
            }
        }
        each.accept(line, fields);
    }

    /** Spreadsheets keep rows and columns that somebody has emptied, as separators alone. */
    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private static @org.jspecify.annotations.Nullable String flaw(String field) {
        if (field.indexOf('\uFFFD') >= 0) {
            return "is not valid UTF-8";
        }
        return field.indexOf('\0') >= 0 ? "contains the character NUL" : null;
    }
}
