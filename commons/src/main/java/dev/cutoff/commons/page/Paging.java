package dev.cutoff.commons.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The three parameters that every list takes.
 *
 * @param limit items on a page, 1 to 500
 * @param cursor {@code next} of the page before; absent for the first page
 * @param sort fields in order of weight, {@code -} for descending; absent for the list's own order
 */
public record Paging(
        @Parameter(description = "Items on a page", example = "50")
        @QueryParam("limit")
        @DefaultValue("50")
        @Min(1) @Max(500) int limit,

        @Parameter(description = "`next` of the page before", example = "WyJhMWIyIiwiY29udG9zbyJd")
        @QueryParam("cursor")
        @Size(max = 2000) @Nullable String cursor,

        @Parameter(
                description = "Fields to sort by, `-` for descending; a wrong one is answered with the right ones",
                example = "-name")
        @QueryParam("sort")
        @Size(max = 200) @Nullable String sort) {

    public static final int MOST = 500;

    /** The page that follows one that ended at the cursor. */
    Paging after(String next) {
        return new Paging(limit, next, sort);
    }
}
