package dev.cutoff.inventory.evidence.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a CSV file.
 *
 * @param separator what stands between its columns
 * @param columns as they are written, in their order
 */
record CsvHeader(char separator, List<String> columns) {

    /** What Windows PowerShell's Export-Csv puts in front of the header unless it is told not to, and what Excel is told separators by. */
    private static final Pattern LINE_BEFORE = Pattern.compile("\"?#TYPE [^,;\\t]*|(?i:sep=).?");

    /** Blanks of any kind, and the byte-order mark that a file behind another still has. */
    private static final Pattern PADDING = Pattern.compile("[\\s_\u00a0\ufeff]+");

    /** Comma; semicolon where the comma is the decimal point; tab from spreadsheets. */
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    static CsvHeader of(String text) {
        var line = text.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !isLineBefore(one))
                .findFirst()
                .orElse("");
        return SEPARATORS.stream()
                .map(separator -> new CsvHeader(separator, split(line, separator)))
                .reduce((one, other) -> other.columns().size() > one.columns().size() ? other : one)
                .orElseThrow();
    }

    private static List<String> split(String line, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException e) {
            return List.of(line);
        }
    }

    boolean has(String... names) {
        var keys = columns.stream().map(CsvHeader::key).toList();
        return List.of(names).stream().map(CsvHeader::key).allMatch(keys::contains);
    }

    /** Whether a record is a line that stands before a header; a separator that it names parts it as well. */
    static boolean isBefore(List<String> fields) {
        return isLineBefore(fields.getFirst().strip())
                && fields.stream().skip(1).allMatch(String::isEmpty);
    }

    /** Whether a record is this header once more, as where exports were put behind each other. */
    boolean isRepeatedBy(List<String> fields) {
        return fields.size() == columns.size()
                && IntStream.range(0, fields.size())
                        .allMatch(column -> key(fields.get(column)).equals(key(columns.get(column))));
    }

    private static boolean isLineBefore(String line) {
        return LINE_BEFORE.matcher(line).matches();
    }

    /** What a column name is compared by: exports pad names, double spaces and change case. */
    static String key(@Nullable String name) {
        return name == null ? "" : PADDING.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
