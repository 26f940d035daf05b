package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be told of the first record of a JSON text without having all of it.
 *
 * @param isLines each record is a line of its own
 * @param fields names in the first record; empty if there is no record, or this is no JSON
 */
record JsonOpening(boolean isLines, boolean isEmptyList, Set<String> fields) {

    /** What the list of a page is called: by the Graph, by our own API, by ServiceNow's. */
    static final Set<String> LISTS = Set.of("value", "items", "result");

    /** What it is called where several pages of the Graph stand in an array: elsewhere a record may have such a list itself. */
    static final Set<String> PAGES = Set.of("value");

    private static final Set<String> WHO_OR_WHAT =
            Set.of("clientAppUsed", "userPrincipalName", "userId", "appId", "servicePrincipalId");

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonOpening NONE = new JsonOpening(false, false, Set.of());
    /** How many broken lines may stand before the first good one. */
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
        if (first == bytes.length || bytes[first] != '{' && bytes[first] != '[') {
            return NONE;
        }
        var opening = at(bytes, first);
        for (var tries = 0; tries < TRIES && bytes[first] == '{' && !opening.isOfSignIns(); tries++) {
            first = nextLine(bytes, first);
            if (first == bytes.length) {
                return opening;
            }
            var next = at(bytes, first);
            opening = next.isOfSignIns() && next.isLines() ? next : opening;
        }
        return opening;
    }

    private static JsonOpening at(byte[] bytes, int first) {
        var fields = new LinkedHashSet<String>();
        try (var parser = JSON.createParser(bytes, first, bytes.length - first)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return parser.nextToken() == JsonToken.END_ARRAY
                        ? new JsonOpening(false, true, fields)
                        : item(parser, fields, PAGES);
            }
            return page(parser, fields, bytes, first);
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(nextLine(bytes, first) == bytes.length, false, fields);
        }
    }

    /**
     * The fields of the first record in a list of records, or of pages: before its list a page names nothing of its own.
     *
     * @param lists what the list of a page may be called; empty if these are no pages
     */
    private static JsonOpening item(JsonParser parser, Set<String> fields, Set<String> lists) {
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY
                        && lists.contains(name)
                        && fields.stream().allMatch(field -> field.startsWith("@"))) {
                    return list(parser, fields);
                }
                fields.add(name);
                parser.skipChildren();
            }
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(false, false, fields);
        }
        return new JsonOpening(false, false, fields);
    }

    /** The fields of the first record of the list that the parser has begun. */
    private static JsonOpening list(JsonParser parser, Set<String> fields) throws IOException {
        fields.clear();
        return parser.nextToken() == JsonToken.END_ARRAY
                ? new JsonOpening(false, true, fields)
                : item(parser, fields, Set.of());
    }

    /** The fields of the object that the parser stands at, or of the first one in its {@code value}. */
    private static JsonOpening page(JsonParser parser, Set<String> fields, byte[] bytes, int first) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
                return list(parser, fields);
            }
            fields.add(name);
            parser.skipChildren();
        }
        var end = first + (int) parser.currentLocation().getByteOffset();
        return new JsonOpening(nextLine(bytes, first) >= end, false, fields);
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
