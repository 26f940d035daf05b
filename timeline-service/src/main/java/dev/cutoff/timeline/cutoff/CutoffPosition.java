package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.page.Cursor;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list a page ended.
 *
 * @param date by which the list is sorted; null if there is none, or the list is in its own order
 */
record CutoffPosition(@Nullable LocalDate date, CutoffKey key) {

    private static final int PARTS = 1 + CutoffKey.PARTS;

    String cursor(String list) {
        var parts = new ArrayList<String>();
        parts.add(date == null ? "" : date.toString());
        parts.addAll(key.parts());
        return Cursor.encode(list, parts);
    }

    /** @throws Refusal 400 if the cursor is not one of this list */
    static @Nullable CutoffPosition of(String list, Paging paging) {
        if (paging.cursor() == null) {
            return null;
        }
        var parts = Cursor.decode(list, paging.cursor(), PARTS);
        try {
            return new CutoffPosition(
                    parts.getFirst().isEmpty() ? null : LocalDate.parse(parts.getFirst()),
                    CutoffKey.of(List.copyOf(parts.subList(1, PARTS))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(ProblemType.INVALID_CURSOR, "Leave the cursor out to start again");
        }
    }
}
