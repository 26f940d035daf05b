package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be told of the first records of a JSON text without having all of it. Several, since each may be the one that is broken.
 *
 * @param isCut the bytes end before a record does: more of them would tell more
 * @param fields names in the first records; empty if there is no record, or this is no JSON
 */
record JsonOpening(Shape shape, boolean isEmptyList, boolean isCut, Set<String> fields) {

    /** How records stand in the text. */
    enum Shape {
        /** It is no JSON, at least not in its first line. */
        TEXT,
        /** Each is a line of its own. */
        LINES,
        /** They are parts of a document, or one is a document over several lines. */
        DOCUMENT,
        /** The first one breaks. */
        BROKEN
    }

    /** What the list of a page is called: by the Graph, by our own API, by ServiceNow's. */
    static final Set<String> LISTS = Set.of("value", "items", "result");

    /** What it is called where several pages of the Graph stand in an array: elsewhere a record may have such a list itself. */
    static final Set<String> PAGES = Set.of("value");

    private static final Set<String> WHO_OR_WHAT =
            Set.of("clientAppUsed", "userPrincipalName", "userId", "appId", "servicePrincipalId");

    private static final JsonOpening NONE = new JsonOpening(Shape.TEXT, false, false, Set.of());
    /** How many broken lines or records may stand before the first good one. */
    private static final int TRIES = 20;

    /** By how a sign-in is told from other things of the Graph: each has a time, few have one of the others. */
    boolean isOfSignIns() {
        var names = fields.stream().map(PowerShell::name).collect(Collectors.toSet());
        return names.contains("createdDateTime") && !Collections.disjoint(names, WHO_OR_WHAT);
    }

    static JsonOpening of(byte[] bytes) {
        var first = 0;
        while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        if (first == bytes.length) {
            return NONE;
        }
        if (bytes[first] == '[') {
            return at(bytes, first);
        }
        var opening = bytes[first] == '{' ? at(bytes, first) : NONE;
        return opening.shape() == Shape.DOCUMENT ? opening : opening.withLines(bytes, nextLine(bytes, first));
    }

    boolean isLines() {
        return shape == Shape.LINES;
    }

    /** With the fields of the records in the lines that follow, as far as that takes to tell sign-ins. */
    private JsonOpening withLines(byte[] bytes, int second) {
        var names = new LinkedHashSet<>(fields);
        var opening = second == bytes.length && shape == Shape.BROKEN
                ? new JsonOpening(Shape.LINES, isEmptyList, isCut, fields)
                : this;
        var line = second;
        for (var tries = 0; tries < TRIES && line < bytes.length && !opening.isOfSignIns(); tries++) {
            var next = bytes[line] == '{' ? at(bytes, line) : NONE;
            if (next.isLines()) {
                names.addAll(next.fields());
                opening = new JsonOpening(Shape.LINES, false, false, names);
            }
            line = nextLine(bytes, line);
        }
        return opening;
    }

    private static JsonOpening at(byte[] bytes, int first) {
        var fields = new LinkedHashSet<String>();
        var text = new CheckedUtf8(new ByteArrayInputStream(bytes, first, bytes.length - first));
        try (var parser = JsonDocuments.JSON.createParser(text)) {
            return parser.nextToken() == JsonToken.START_ARRAY
                    ? list(parser, fields, PAGES)
                    : page(parser, fields, bytes, first);
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(Shape.BROKEN, false, e instanceof JsonEOFException, fields);
        }
    }

    /**
     * The fields of the first records of the list that the parser has begun, or of those in its first page.
     *
     * @param pages what the list of a page may be called; empty if these are no pages
     */
    private static JsonOpening list(JsonParser parser, Set<String> fields, Set<String> pages) {
        var records = 0;
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return new JsonOpening(Shape.DOCUMENT, true, false, fields);
            }
            for (; records < TRIES && !parser.hasToken(JsonToken.END_ARRAY); records++) {
                if (parser.hasToken(JsonToken.START_OBJECT) && isPage(parser, fields, pages)) {
                    fields.clear();
                    return list(parser, fields, Set.of());
                }
                parser.skipChildren();
                parser.nextToken();
            }
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(Shape.DOCUMENT, false, records == 0, fields);
        }
        return new JsonOpening(Shape.DOCUMENT, false, false, fields);
    }

    /** Whether an object turns out to be a page, which names nothing of its own before its list; if not, its fields are added. */
    private static boolean isPage(JsonParser parser, Set<String> fields, Set<String> pages) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY
                    && pages.contains(name)
                    && fields.stream().allMatch(field -> field.startsWith("@"))) {
                return true;
            }
            fields.add(name);
            parser.skipChildren();
        }
        return false;
    }

    /** The fields of the object that the parser stands at, or of the first ones in its {@code value}. */
    private static JsonOpening page(JsonParser parser, Set<String> fields, byte[] bytes, int first) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
                fields.clear();
                return list(parser, fields, Set.of());
            }
            fields.add(name);
            parser.skipChildren();
        }
        var end = first + (int) parser.currentLocation().getByteOffset();
        var isLine = nextLine(bytes, first) >= end;
        return new JsonOpening(isLine ? Shape.LINES : Shape.DOCUMENT, false, false, fields);
    }

    private static int nextLine(byte[] bytes, int from) {
        for (var i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.length;
    }
}
