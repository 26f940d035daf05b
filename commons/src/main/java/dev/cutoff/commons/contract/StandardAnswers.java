package dev.cutoff.commons.contract;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the contract with what is the same everywhere: the problems that each operation shares with all others, exports as texts, and
 * no required field in a partial update. What is particular to an operation is declared there and stays as it is.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class StandardAnswers implements OASFilter {

    /** Extension on the schema of a merge patch: nothing in it is required. It does not reach the contract. */
    public static final String PARTIAL = "x-partial";

    /** The status of a request whose {@code Idempotency-Key} belongs to another. */
    private static final String OTHER_REQUEST = "422";

    private static final String CHART = "image/svg+xml";

    /** Types that the scanner puts into schemas of their own, and that read better where they are used; with their formats. */
    private static final Map<String, String> SCALARS =
            Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

    @Override
    public Schema filterSchema(Schema schema) {
        scalar(schema).ifPresent(format -> {
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat(format);
        });
        Optional.ofNullable(schema.getAllOf()).orElse(List.of()).stream()
                .flatMap(part -> scalar(part).stream())
                .findFirst()
                .ifPresent(format -> {
                    schema.setAllOf(null);
                    schema.setType(List.of(Schema.SchemaType.STRING));
                    schema.setFormat(format);
                });
        // What may be null is either the type or nothing; in 3.0 that is written as one nullable type.
        Optional.ofNullable(schema.getAnyOf()).orElse(List.of()).stream()
                .flatMap(part -> Optional.ofNullable(part.getFormat()).or(() -> scalar(part)).stream())
                .findFirst()
                .ifPresent(format -> {
                    schema.setAnyOf(null);
                    schema.setType(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL));
                    schema.setFormat(format);
                });
        return schema;
    }

    private static Optional<String> scalar(Schema schema) {
        return Optional.ofNullable(schema.getRef())
                .map(reference -> SCALARS.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        SCALARS.keySet().forEach(contract.getComponents()::removeSchema);
        contract.getPaths().getPathItems().forEach(this::complete);
        SparseLists.complete(contract);
        contract.getComponents().getSchemas().values().forEach(StandardAnswers::loosen);
        List.copyOf(contract.getComponents().getSchemas().values()).stream()
                .flatMap(schema -> Optional.ofNullable(schema.getProperties()).orElse(Map.of()).values().stream())
                .forEach(property -> admitNull(contract.getComponents(), property));
    }

    /**
     * What refers to a schema and may be null is that schema or nothing; 3.0 has no word for nothing, and null would have to match the
     * schema that is referred to. So it refers to a copy that admits null.
     */
    private static void admitNull(Components components, Schema property) {
        var reference = Optional.ofNullable(property.getAnyOf()).orElse(List.of()).stream()
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (reference == null) {
            return;
        }
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        var nullable = "Nullable" + name;
        var schema = components.getSchemas().get(name);
        var types = new ArrayList<>(schema.getType());
        types.add(Schema.SchemaType.NULL);
        var copy = OASFactory.createSchema()
                .description(schema.getDescription() + "; or null")
                .type(types)
                .required(schema.getRequired())
                .properties(schema.getProperties());
        if (schema.getEnumeration() != null) {
            var values = new ArrayList<>(schema.getEnumeration());
            values.add(null);
            copy.setEnumeration(values);
        }
        components.addSchema(nullable, copy);
        property.setAnyOf(null);
        property.setAllOf(List.of(OASFactory.createSchema().ref(nullable)));
    }

    private void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> {
            var responses = new TreeMap<>(operation.getResponses().getAPIResponses());
            problems(path, operation)
                    .forEach((status, name) -> responses.merge(
                            status,
                            OASFactory.createAPIResponse().ref(name),
                            (declared, standard) -> isBare(declared) ? standard : declared));
            responses.values().forEach(StandardAnswers::exportsAreText);
            if (takesKey(operation)) {
                alsoAsProblem(responses.get(OTHER_REQUEST));
            }
            var sorted = OASFactory.createAPIResponses();
            responses.forEach(sorted::addAPIResponse);
            operation.setResponses(sorted);
        });
    }

    private static Map<String, String> problems(String path, Operation operation) {
        var problems = new LinkedHashMap<>(Map.of("400", "BadRequest", "500", "InternalError", "503", "Unavailable"));
        if (!isPublic(operation)) {
            problems.put("401", "Unauthenticated");
            problems.put("403", "Forbidden");
        }
        if (path.contains("{") || hasParameter(operation, "tenant")) {
            problems.put("404", "NotFound");
        }
        if (operation.getRequestBody() != null) {
            problems.put("413", "TooLarge");
            problems.put("415", "UnsupportedMediaType");
        }
        if (takesKey(operation)) {
            problems.put(OTHER_REQUEST, "Unprocessable");
        }
        return problems;
    }

    private static boolean isPublic(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .allMatch(requirement -> requirement.getSchemes() == null
                                || requirement.getSchemes().isEmpty());
    }

    static boolean hasParameter(Operation operation, String name) {
        return parameters(operation).map(Parameter::getName).anyMatch(name::equals);
    }

    private static boolean takesKey(Operation operation) {
        return parameters(operation)
                .map(Parameter::getRef)
                .anyMatch(ref -> ref != null && ref.endsWith("/IdempotencyKey"));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream();
    }

    /** Where the same status also stands for something else, such as an atomic request of which an item was rejected. */
    private static void alsoAsProblem(APIResponse response) {
        if (response.getContent() != null && response.getContent().getMediaType(Problem.MEDIA_TYPE) == null) {
            response.getContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("Problem")));
        }
    }

    /** The scanner adds a 400 of its own, without a body, where something is validated. */
    private static boolean isBare(APIResponse response) {
        return response.getRef() == null && response.getContent() == null;
    }

    private static void exportsAreText(APIResponse response) {
        Stream.of(CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE, CHART)
                .flatMap(export -> Stream.ofNullable(response.getContent())
                        .flatMap(content -> Stream.ofNullable(content.getMediaType(export))))
                .forEach(export -> export.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }

    private static void loosen(Schema schema) {
        if (schema.getExtensions() != null && schema.getExtensions().containsKey(PARTIAL)) {
            schema.setRequired(null);
            schema.removeExtension(PARTIAL);
        }
    }
}
