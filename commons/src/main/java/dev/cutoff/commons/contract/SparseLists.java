package dev.cutoff.commons.contract;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.Total;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What a list promises that can be asked for some fields and for its total: items of which any field may be absent, and a total beside
 * them. The resource read by itself keeps its required fields, so the items refer to a copy without.
 */
final class SparseLists {

    private static final String PREFIX = "#/components/schemas/";

    private SparseLists() {}

    static void complete(OpenAPI contract) {
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> StandardAnswers.hasParameter(operation, "fields"))
                .flatMap(operation -> page(contract, operation).stream())
                .forEach(page -> loosen(contract, page));
    }

    private static Optional<Schema> page(OpenAPI contract, Operation operation) {
        return Stream.ofNullable(operation.getResponses().getAPIResponse("200"))
                .flatMap(response -> Stream.ofNullable(response.getContent()))
                .flatMap(content -> Stream.ofNullable(content.getMediaType("application/json")))
                .map(MediaType::getSchema)
                .map(schema -> contract.getComponents().getSchemas().get(name(schema)))
                .findFirst();
    }

    private static void loosen(OpenAPI contract, Schema page) {
        var items = page.getProperties().get("items");
        var name = name(items.getItems());
        contract.getComponents().addSchema("Total", total());
        if (!name.startsWith("Sparse")) {
            var item = contract.getComponents().getSchemas().get(name);
            var copy = OASFactory.createSchema()
                    .description(item.getDescription() + "; without the fields that were not asked for")
                    .type(item.getType())
                    .properties(item.getProperties());
            contract.getComponents().addSchema("Sparse" + name, copy);
            items.getItems().setRef(PREFIX + "Sparse" + name);
            page.addProperty(
                    "total",
                    OASFactory.createSchema()
                            .allOf(List.of(OASFactory.createSchema().ref(PREFIX + "Total"))));
        }
    }

    /** By hand, because what nothing refers to before this runs is left out. */
    private static Schema total() {
        var count = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .format("int64")
                .description("How many were counted")
                .examples(List.of(1234));
        var precision = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .description("`exact`: so many there are. `at-least`: counting stopped there, and there are more");
        Stream.of(Total.Precision.values()).map(WireName::of).forEach(precision::addEnumeration);
        return OASFactory.createSchema()
                .description("How many there are on all pages")
                .type(List.of(Schema.SchemaType.OBJECT))
                .required(List.of("count", "precision"))
                .addProperty("count", count)
                .addProperty("precision", precision);
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(PREFIX.length());
    }
}
