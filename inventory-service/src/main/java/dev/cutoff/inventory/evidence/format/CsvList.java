package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plain list as CSV, its columns called like the fields of the API. An empty cell says nothing: it keeps what is there.
 *
 * @param required columns without which it is not this list
 * @param known columns that mean something; others are left out, as CMDB exports are full of them
 */
public record CsvList(FormatName name, String looksLike, List<String> required, List<String> known)
        implements ListFormat {

    public static final CsvList OWNERS = new CsvList(
            FormatName.OWNER_LIST_CSV,
            "CSV with the columns account, ownerEmail and optionally ownerName, deputyEmail, managerEmail, locale",
            List.of("account", "ownerEmail"),
            List.of("account", "ownerEmail", "ownerName", "deputyEmail", "managerEmail", "locale"));

    public static final CsvList CLIENTS = new CsvList(
            FormatName.CLIENT_LIST_CSV,
            "CSV with the columns source, externalId and optionally kind, vendor, product, version, name, account, ownerEmail, location,"
                    + " criticality and others of a client",
            List.of("source", "externalId"),
            List.of(
                    "source",
                    "externalId",
                    "tenantId",
                    "kind",
                    "vendor",
                    "product",
                    "version",
                    "productVersion",
                    "operatingSystem",
                    "name",
                    "account",
                    "ownerEmail",
                    "location",
                    "criticality",
                    "notes",
                    "status"));

    @Override
    public boolean understands(Opening opening) {
        return opening.header().has(required.toArray(String[]::new));
    }

    @Override
    public void read(Opening opening, InputStream body, Records<Map<String, String>> records) throws IOException {
        var names = opening.header().columns().stream().map(this::field).toList();
        new CsvRecords(opening.header()).read(body, records, (line, values) -> {
            var record = new LinkedHashMap<String, String>();
            for (var i = 0; i < values.size(); i++) {
                if (!names.get(i).isEmpty() && !values.get(i).isBlank()) {
                    record.putIfAbsent(names.get(i), values.get(i).strip());
                }
            }
            records.record(line, record);
        });
    }

    /** What the column is called in the API; empty if it means nothing to us. */
    private String field(@Nullable String column) {
        return known.stream()
                .filter(name -> CsvHeader.key(name).equals(CsvHeader.key(column)))
                .findFirst()
                .orElse("");
    }
}
