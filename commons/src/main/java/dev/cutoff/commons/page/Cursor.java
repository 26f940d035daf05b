package dev.cutoff.commons.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the sort keys of its last row, bound to the list they belong to. Opaque to callers, and not signed: a
 * forged one can only name a place in a list that the query scopes anyway.
 */
public final class Cursor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cursor() {}

    /**
     * @param list fingerprint of the filters and the order
     * @param keys the sort keys of the last row, as text
     */
    public static String encode(String list, List<String> keys) {
        var parts = new ArrayList<String>();
        parts.add(list);
        parts.addAll(keys);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @return the sort keys to go on after
     * @throws Refusal {@code invalid-cursor} if it is not one of ours or was made for other filters or another order
     */
    public static List<String> decode(String list, String cursor, int keys) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
            var parts = JSON.readValue(bytes, String[].class);
            // A cursor of the JSON literal null reads as none.
            if (parts != null
                    && parts.length == keys + 1
                    && list.equals(parts[0])
                    && !Arrays.asList(parts).contains(null)) {
                return Arrays.asList(parts).subList(1, parts.length);
            }
        } catch (IllegalArgumentException | java.io.IOException e) {
            // falls through to the one answer for every cursor that is not ours
        }
        throw refusal();
    }

    /** What a cursor is answered with that is not one of ours. */
    public static Refusal refusal() {
        return new Refusal(
                ProblemType.INVALID_CURSOR,
                "Send the cursor with the same filters and sort as the page it came from, or leave it out to start again");
    }
}
