package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What can be told of the first record of a JSON text without having all of it.
 *
 * @param isLines each record is a line of its own
 * @param fields names in the first record; empty if there is no record, or this is no JSON
 */
record JsonOpening(boolean isLines, boolean isEmptyList, Set<String> fields) {

    /** What the list of a page is called: by the Graph, by our own API, by ServiceNow's. */
    static final Set<String> LISTS = Set.of("value", "items", "result");

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonOpening NONE = new JsonOpening(false, false, Set.of());
    /** How many broken lines may stand before the first good one. */
    private static final int TRIES = 20;

    /** By how a sign-in is told from other things of the Graph: each has a time, few have one of the others. */
    boolean isOfSignIns() {
        return fields.contains("createdDateTime")
                && (fields.contains("clientAppUsed")
                        || fields.contains("userPrincipalName")
                        || fields.contains("userId")
                        || fields.contains("appId")
                        || fields.contains("servicePrincipalId"));
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
                var token = parser.nextToken();
                return token == JsonToken.END_ARRAY ? new JsonOpening(false, true, fields) : record(parser, fields);
            }
            return page(parser, fields, bytes, first);
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(nextLine(bytes, first) == bytes.length, false, fields);
        }
    }

    /** The fields of the object that the parser stands at, or of the first one in its {@code value}. */
    private static JsonOpening page(JsonParser parser, Set<String> fields, byte[] bytes, int first) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
                fields.clear();
                var token = parser.nextToken();
                return token == JsonToken.END_ARRAY ? new JsonOpening(false, true, fields) : record(parser, fields);
            }
            fields.add(name);
            parser.skipChildren();
        }
        var end = first + (int) parser.currentLocation().getByteOffset();
        return new JsonOpening(nextLine(bytes, first) >= end, false, fields);
    }

    private static JsonOpening record(JsonParser parser, Set<String> fields) {
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // All of the fields that stand before what is broken or cut off.
            return new JsonOpening(false, false, fields);
        }
        return new JsonOpening(false, false, fields);
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
