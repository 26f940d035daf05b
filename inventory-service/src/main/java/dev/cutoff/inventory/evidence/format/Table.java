package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A format of rows with named columns, as CSV, as JSON or as one JSON object a line: what PowerShell writes depends on who exports.
 *
 * @param signature by which it is told from others
 * @param item makes of a row what is handed on; what is wrong it leaves on the row
 */
record Table(
        FormatName name,
        String looksLike,
        Predicate<Opening> signature,
        Function<Row, Map<String, @Nullable Object>> item)
        implements ListFormat {

    @Override
    public boolean understands(Opening opening) {
        return signature.test(opening);
    }

    @Override
    public void read(Opening opening, InputStream body, Records<Map<String, @Nullable Object>> records)
            throws IOException {
        if (opening.json().fields().isEmpty()) {
            readCsv(opening.header(), body, records);
        } else if (opening.json().isLines()) {
            JsonLines.read(body, new JsonItem(), new Items(records));
        } else {
            JsonDocuments.read(body, new JsonItem(), new Items(records));
        }
    }

    private void readCsv(CsvHeader header, InputStream body, Records<Map<String, @Nullable Object>> records)
            throws IOException {
        var items = new Items(records);
        var keys = header.columns().stream().map(CsvHeader::key).toList();
        new CsvRecords(header).read(body, records, (line, cells) -> items.record(line, Row.of(keys, cells)));
    }

    /** Makes items of rows. */
    private final class Items implements Records<Row> {

        private final Records<Map<String, @Nullable Object>> records;

        Items(Records<Map<String, @Nullable Object>> records) {
            this.records = records;
        }

        @Override
        public void record(long line, Row row) {
            var made = item.apply(row);
            var flaw = row.flaw();
            if (flaw == null) {
                records.record(line, made);
            } else {
                records.unreadable(line, flaw.column(), flaw.reason(), flaw.value());
            }
        }

        @Override
        public void unreadable(long line, @Nullable String column, String reason, @Nullable String value) {
            records.unreadable(line, column, reason, value);
        }
    }
}
