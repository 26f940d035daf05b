package dev.cutoff.commons.page;

import dev.cutoff.commons.problem.Refusal;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows beside and of its items.
 *
 * @param fields names of fields of an item, separated by commas; absent for all
 * @param total whether to count
 */
public record View(
        @Parameter(
                description =
                        "Only these fields of each item, separated by commas; a wrong one is answered with the right ones",
                example = "id,name")
        @QueryParam("fields")
        @Size(max = 1000) @Nullable String fields,

        @Parameter(
                description = "Also say how many there are on all pages; counting stops at 10,000, and says so",
                example = "true")
        @QueryParam("total")
        @DefaultValue("false")
        boolean total) {

    /**
     * @param item type of the items
     * @return the names, in the order they were asked for; none for all
     * @throws Refusal 400 for one that an item does not have
     */
    List<String> fieldsOf(Class<? extends Record> item) {
        if (fields == null) {
            return List.of();
        }
        var known = Arrays.stream(item.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var asked = Arrays.stream(fields.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (!known.containsAll(asked)) {
            throw Refusal.invalidParameter("fields", "must name some of " + String.join(", ", known));
        }
        return asked;
    }
}
