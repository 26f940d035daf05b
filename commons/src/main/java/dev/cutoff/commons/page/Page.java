package dev.cutoff.commons.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on this page, in the order of the list
 * @param next cursor of the next page; null on the last
 * @param total how many there are on all pages; null unless it was asked for
 * @param fields of the items that are shown; empty for all
 * @param following reads the next page; how an export goes through the whole list; null on the last
 */
@Schema(description = "One page of a list")
@JsonSerialize(using = PageJson.class)
public record Page<T>(
        @NotNull @Schema(description = "What is on this page, in the order of the list")
        List<T> items,

        @Nullable @Schema(
                description = "Send it as `cursor` to get the next page; null on the last page",
                nullable = true,
                examples = "WyJhMWIyIiwiY29udG9zbyJd")
        String next,

        @JsonIgnore @Schema(hidden = true) @Nullable Total total,
        @JsonIgnore @Schema(hidden = true) List<String> fields,
        @JsonIgnore @Schema(hidden = true) @Nullable Supplier<Page<T>> following) {

    public Page(List<T> items, @Nullable String next, @Nullable Supplier<Page<T>> following) {
        this(items, next, null, List.of(), following);
    }

    /** A list that fits on one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }

    /** Reads the next page; null after the last. */
    @Nullable Page<T> after() {
        return following == null ? null : following.get();
    }

    /** The same page with other items in the same places. */
    public <U> Page<U> map(Function<? super T, ? extends U> change) {
        Supplier<Page<U>> more =
                following == null ? null : () -> following.get().map(change);
        return new Page<>(items.stream().<U>map(change).toList(), next, total, fields, more);
    }

    Page<T> showing(@Nullable Total number, List<String> shown) {
        return new Page<>(items, next, number, shown, following);
    }
}
