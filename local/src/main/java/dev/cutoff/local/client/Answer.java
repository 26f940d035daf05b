package dev.cutoff.local.client;

import tools.jackson.databind.JsonNode;

/**
 * What a service said, also where it said no.
 *
 * @param status HTTP status
 * @param body JSON; null node if there was none
 */
public record Answer(int status, JsonNode body) {

    public boolean isRefusal() {
        return status >= 400;
    }

    /** Why, in the words of the problem. */
    public String reason() {
        var detail = body.path("detail").asString("");
        return detail.isEmpty() ? body.path("title").asString("no reason given") : detail;
    }
}
