package dev.cutoff.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Lint for a committed contract: what a reader of the document, or a generator of clients, stumbles over. Written here and not left
 * to Spectral, so that the tests need nothing but a JDK and Maven.
 */
final class ContractLint {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Header and query names of standards that we did not name. */
    private static final Set<String> FOREIGN_NAMES =
            Set.of("If-Match", "If-None-Match", "Idempotency-Key", "Accept", "@odata.context");

    private final JsonNode contract;
    private final List<String> violations = new ArrayList<>();

    private ContractLint(JsonNode contract) {
        this.contract = contract;
    }

    static List<String> violations(JsonNode contract) {
        var lint = new ContractLint(contract);
        lint.references(contract, "");
        contract.path("paths").properties().forEach(path -> lint.path(path.getKey(), path.getValue()));
        contract.at("/components/schemas")
                .properties()
                .forEach(schema -> lint.schema("schema " + schema.getKey(), schema.getValue()));
        return lint.violations;
    }

    private void references(JsonNode node, String at) {
        var reference = node.path("$ref");
        if (reference.isTextual()
                && contract.at(reference.asText().replaceFirst("^#", "")).isMissingNode()) {
            violations.add(at + ": dangling " + reference.asText());
        }
        node.properties().forEach(child -> references(child.getValue(), at + "/" + child.getKey()));
        if (node.isArray()) {
            node.forEach(child -> references(child, at));
        }
    }

    private void path(String path, JsonNode item) {
        require(
                path.startsWith("/v1/") || path.startsWith("/local/") || path.startsWith("/answers"),
                path,
                "stands under /v1");
        item.properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) {
                operation(operation.getKey().toUpperCase() + " " + path, operation.getValue());
            }
        });
    }

    private void operation(String name, JsonNode operation) {
        require(
                CAMEL_CASE.matcher(operation.path("operationId").asText()).matches(),
                name,
                "has an operationId in camelCase");
        require(operation.path("summary").asText().length() > 5, name, "has a summary");
        require(operation.path("description").asText().length() > 10, name, "has a description");
        require(operation.path("tags").size() == 1, name, "has exactly one tag");
        operation.path("parameters").forEach(parameter -> parameter(name, parameter));
        var responses = operation.path("responses");
        responses
                .properties()
                .forEach(response ->
                        response(name + " " + response.getKey(), response.getKey(), resolved(response.getValue())));
        var isPublic = operation.has("security")
                && operation.path("security").valueStream().allMatch(JsonNode::isEmpty);
        require(
                isPublic || responses.has("401") && responses.has("403"),
                name,
                "says 401 and 403, as it needs a token");
        var answer = resolved(responses.at("/200/content/application~1json/schema"));
        var answersList = answer.at("/properties/items").isObject()
                && answer.at("/properties/next").isObject();
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> resolved(parameter).path("name").asText())
                .toList();
        require(
                !answersList || !name.startsWith("GET") || parameters.contains("limit"),
                name,
                "is a list, so it takes limit");
        require(
                !parameters.contains("Idempotency-Key")
                        || resolved(responses.path("422")).path("content").has("application/problem+json"),
                name,
                "takes an Idempotency-Key, so it says 422 as a problem");
        var exports = responses.at("/200/content");
        require(
                !answersList
                        || !name.startsWith("GET")
                        || parameters.contains("after")
                        || exports.has("text/csv") && exports.has("application/x-ndjson"),
                name,
                "is a list and no feed, so it can be had whole, as CSV and as NDJSON");
    }

    private void parameter(String operation, JsonNode reference) {
        var parameter = resolved(reference);
        var name = parameter.path("name").asText();
        var at = operation + " parameter " + name;
        require(CAMEL_CASE.matcher(name).matches() || FOREIGN_NAMES.contains(name), at, "is in camelCase");
        require(parameter.has("description"), at, "has a description");
        require(
                parameter.has("example")
                        || parameter.has("examples")
                        || resolved(parameter.path("schema")).has("enum"),
                at,
                "has an example");
    }

    private void response(String at, String status, JsonNode response) {
        require(response.path("description").asText().length() > 5, at, "has a description");
        if (status.startsWith("4") || status.startsWith("5")) {
            var schema = response.at("/content/application~1problem+json/schema/$ref")
                    .asText();
            var isRefusedBulk = status.equals("422")
                    && response.at("/content/application~1json/schema/$ref")
                            .asText()
                            .endsWith("/BulkAnswer");
            require(schema.endsWith("/Problem") || isRefusedBulk, at, "is a problem");
        }
    }

    private void schema(String at, JsonNode schema) {
        require(schema.has("description") || schema.has("enum") || schema.has("items"), at, "has a description");
        if (schema.path("type").asText().equals("string") && schema.has("enum")) {
            schema.path("enum")
                    .forEach(value -> require(
                            value.isNull()
                                    || KEBAB_CASE.matcher(value.asText()).matches()
                                    || isInternetName(value.asText()),
                            at,
                            "has enum values in kebab-case, not " + value.asText()));
        }
        schema.path("properties").properties().forEach(property -> {
            var where = at + "." + property.getKey();
            require(CAMEL_CASE.matcher(property.getKey()).matches(), where, "is in camelCase");
            property(where, property.getValue());
        });
    }

    private void property(String at, JsonNode property) {
        if (property.has("$ref") || property.has("allOf")) {
            return;
        }
        require(property.has("description"), at, "has a description");
        var type = property.path("type").asText();
        var speaksForItself =
                property.has("enum") || type.equals("boolean") || type.equals("object") || type.equals("array");
        require(property.has("example") || speaksForItself, at, "has an example");
        if (property.has("properties")) {
            schema(at, property);
        }
    }

    /** Languages and time zones have names of their own. */
    private static boolean isInternetName(String value) {
        return value.matches("[A-Za-z_]+/[A-Za-z_]+");
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : contract.at(reference.replaceFirst("^#", ""));
    }

    private void require(boolean holds, String at, String rule) {
        if (!holds) {
            violations.add(at + ": each " + rule);
        }
    }
}
