package dev.cutoff.commons.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole list as CSV (RFC 4180), page after page, so that memory stays flat: one column for each field, {@code owner.email} for
 * a nested one, several values separated by a space. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP); take it off to get the value back.
 */
@Provider
@Produces(CsvPages.MEDIA_TYPE)
public final class CsvPages implements MessageBodyWriter<Page<?>> {

    public static final String MEDIA_TYPE = "text/csv";

    /** Also as wide characters, which a Japanese spreadsheet takes for the narrow ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final ObjectMapper json;

    CsvPages(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle("Content-Type", MEDIA_TYPE + ";charset=UTF-8;header=present");
        var columns =
                columnsOf((Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0], page.fields());
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        csv.writeRecord(columns);
        for (Page<?> current = page; current != null; current = current.after()) {
            for (var item : current.items()) {
                var row = json.valueToTree(item);
                csv.writeRecord(
                        columns.stream().map(column -> value(row, column)).toList());
            }
        }
        csv.flush();
    }

    private static List<String> columnsOf(Class<?> type, List<String> fields) {
        var all = columnsOf(type, "");
        return fields.isEmpty()
                ? all
                : fields.stream()
                        .flatMap(field ->
                                all.stream().filter(column -> column.equals(field) || column.startsWith(field + ".")))
                        .toList();
    }

    private static List<String> columnsOf(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? columnsOf(component.getType(), prefix + component.getName() + ".").stream()
                        : Stream.of(prefix + component.getName()))
                .toList();
    }

    private static String value(JsonNode row, String column) {
        return value(row.at("/" + column.replace('.', '/')));
    }

    private static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return safe(
                    String.join(" ", value.valueStream().map(CsvPages::value).toList()));
        }
        return value.isTextual() ? safe(value.asText()) : value.isObject() ? value.toString() : value.asText();
    }

    /** The text as a cell that no spreadsheet takes for a formula. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
