package dev.cutoff.commons.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param following reads the next page; how the CSV export goes through the whole list; null on the last
 */
@Schema(description = "One page of a list")
public record Page<T>(
        @NotNull @Schema(description = "What is on this page, in the order of the list")
        List<T> items,

        @Nullable @Schema(
                description = "Send it as `cursor` to get the next page; null on the last page",
                nullable = true,
                examples = "WyJhMWIyIiwiY29udG9zbyJd")
        String next,

        @JsonIgnore @Schema(hidden = true) @Nullable Supplier<Page<T>> following) {

    /** A list that fits on one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }

    /** The same page with other items in the same places. */
    public <U> Page<U> map(Function<? super T, ? extends U> change) {
        Supplier<Page<U>> more =
                following == null ? null : () -> following.get().map(change);
        return new Page<>(items.stream().<U>map(change).toList(), next, more);
    }
}
