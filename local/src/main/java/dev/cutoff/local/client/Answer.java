package dev.cutoff.local.client;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a service said, also where it said no.
 *
 * @param status HTTP status
 * @param body JSON; null node if there was none
 */
public record Answer(int status, JsonNode body) {

    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail");

    public boolean isRefusal() {
        return status >= 400;
    }

    /** Why, in the words of the problem. */
    public String reason() {
        var detail = body.path("detail").asString("");
        return detail.isEmpty() ? body.path("title").asString("no reason given") : detail;
    }

    /** What else the problem says, such as what is allowed instead; empty if there is nothing. */
    String more() {
        return body.properties().stream()
                .filter(member -> !STANDARD.contains(member.getKey()))
                .map(member -> " " + member.getKey() + ": " + member.getValue())
                .collect(Collectors.joining(";"));
    }
}
