package dev.cutoff.inventory.evidence.format;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The message centre as the Graph answers it ({@code serviceUpdateMessage}): the vendor's word, kept for who reads it later. */
final class ServiceMessages {

    static final ListFormat FORMAT = new Table(
            FormatName.SERVICE_MESSAGES,
            "JSON page of Microsoft Graph admin/serviceAnnouncement/messages: objects with id, title, services, lastModifiedDateTime",
            opening -> opening.has("id", "title", "lastModifiedDateTime")
                    && opening.hasAny("services", "category", "body"),
            ServiceMessages::message);

    private static final List<String> TIMES =
            List.of("startDateTime", "endDateTime", "actionRequiredByDateTime", "expiryDateTime");
    private static final List<String> WORDS = List.of("category", "severity");
    private static final List<String> LISTS = List.of("tags", "services", "details");

    private ServiceMessages() {}

    private static Map<String, @Nullable Object> message(Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        var id = row.line("id", 20);
        if (!id.matches("[A-Z]{2}\\d{1,10}")) {
            row.flaw("id", "is no message id such as MC237741", id);
        }
        item.put("id", id);
        item.put("title", row.line("title", 1_000));
        item.put("lastModifiedDateTime", time(row, "lastModifiedDateTime"));
        if (row.text("lastModifiedDateTime") == null) {
            row.flaw("lastModifiedDateTime", "is missing", null);
        }
        TIMES.forEach(field -> item.put(field, time(row, field)));
        WORDS.forEach(field -> item.put(field, row.text(field)));
        LISTS.forEach(field -> item.put(field, row.value(field) instanceof List<?> list ? named(list) : List.of()));
        item.put("isMajorChange", Boolean.TRUE.equals(row.flag("isMajorChange")));
        item.put(
                "body",
                row.value("body") instanceof Map<?, ?> body ? named(body).get("content") : row.text("body"));
        return item;
    }

    /** What is inside them by the Graph's names. */
    private static List<?> named(List<?> list) {
        return list.stream()
                .map(value -> value instanceof Map<?, ?> map ? named(map) : value)
                .toList();
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> named.put(PowerShell.name((String) name), value));
        return named;
    }

    private static @Nullable String time(Row row, String field) {
        var text = row.text(field);
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(PowerShell.time(text)).toInstant().toString();
        } catch (DateTimeException e) {
            row.flaw(field, "is not a time such as 2022-09-01T20:22:36Z", text);
            return null;
        }
    }
}
