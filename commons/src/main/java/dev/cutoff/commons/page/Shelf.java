package dev.cutoff.commons.page;

import dev.cutoff.commons.problem.Refusal;
import java.util.List;
import java.util.function.Function;

/** Pages of what is in memory as a whole. */
public final class Shelf {

    private Shelf() {}

    /**
     * @param list to which the cursor belongs
     * @param all in the order of their keys
     * @param key of an item, unique
     * @throws Refusal 400 if the cursor is of another list, or an order is asked for
     */
    public static <T> Page<T> page(String list, List<T> all, Function<T, String> key, Paging paging) {
        if (paging.sort() != null && !paging.sort().isEmpty()) {
            throw Refusal.invalidParameter("sort", "must be left out: this list has one order");
        }
        var fingerprint = Integer.toHexString(list.hashCode());
        var after = paging.cursor() == null
                ? ""
                : Cursor.decode(fingerprint, paging.cursor(), 1).getFirst();
        var rest = all.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .toList();
        if (rest.size() <= paging.limit()) {
            return Page.whole(rest);
        }
        var items = rest.subList(0, paging.limit());
        var next = Cursor.encode(fingerprint, List.of(key.apply(items.getLast())));
        return new Page<>(items, next, () -> page(list, all, key, new Paging(paging.limit(), next, paging.sort())));
    }
}
