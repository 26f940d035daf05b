package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What timeline says holds for a tenant, and how that is put into words. */
final class Outlooks {

    static final String PROGRAMME = "exchange-online-basic-auth";

    private final Desk desk;

    Outlooks(Desk desk) {
        this.desk = desk;
    }

    /** The line of one protocol as it holds now. */
    JsonNode now(Sample.Tenant tenant, String protocol) {
        return line(tenant, "protocol=" + protocol);
    }

    JsonNode at(Sample.Tenant tenant, String protocol, Instant at) {
        return line(tenant, "protocol=" + protocol + "&at=" + at);
    }

    /** The line as it was believed to be on a day. */
    JsonNode knownOn(Sample.Tenant tenant, String protocol, LocalDate day) {
        return line(tenant, "protocol=" + protocol + "&knownOn=" + day);
    }

    /** The line at noon of a day, as it was believed to be then. */
    JsonNode believed(Sample.Tenant tenant, String protocol, LocalDate day) {
        return line(tenant, "protocol=" + protocol + "&knownOn=" + day + "&at=" + day + "T12:00:00Z");
    }

    /** What the vendor announced to all by the end of a day, oldest first. */
    List<JsonNode> announcements(Sample.Tenant tenant, LocalDate until) {
        return desk.get(desk.decider(tenant), Service.TIMELINE, "/v1/programmes/" + PROGRAMME + "?knownOn=" + until)
                .path("revisions")
                .valueStream()
                .toList();
    }

    /** Whether the programme speaks of the protocol at all. */
    boolean covers(Sample.Tenant tenant, String protocol) {
        return !lines(tenant, "protocol=" + protocol).isEmpty();
    }

    private JsonNode line(Sample.Tenant tenant, String query) {
        return lines(tenant, query).getFirst();
    }

    private List<JsonNode> lines(Sample.Tenant tenant, String query) {
        var outlook =
                desk.get(desk.decider(tenant), Service.TIMELINE, "/v1/tenants/" + tenant.id() + "/outlook?" + query);
        return outlook.path("protocols")
                .valueStream()
                .filter(line -> line.path("programme").asString().equals(PROGRAMME))
                .toList();
    }

    /** How many protocols of the programme are in which state: {@code off 6, exempt 2}. */
    String states(Sample.Tenant tenant) {
        return lines(tenant, "").stream()
                .collect(Collectors.groupingBy(
                        line -> line.path("state").asString(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(state -> state.getKey() + " " + state.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@code working; cutoff 2022-10-01 to 2022-12-31}. */
    static String words(JsonNode line) {
        var until = line.hasNonNull("until") ? " until " + line.path("until").asString() : "";
        return line.path("state").asString() + until + "; " + cutoff(line.path("cutoff"));
    }

    static String cutoff(JsonNode cutoff) {
        if (cutoff.hasNonNull("day")) {
            return "cutoff " + cutoff.path("day").asString();
        }
        if (!cutoff.hasNonNull("earliest")) {
            return "no cutoff";
        }
        var latest =
                cutoff.hasNonNull("latest") ? " to " + cutoff.path("latest").asString() : ", end not named";
        return "cutoff " + cutoff.path("earliest").asString() + latest;
    }

    /** Whether an action is allowed, and the reason that goes with it. */
    static String action(JsonNode line, String action) {
        return line.path("allowedActions")
                .valueStream()
                .filter(candidate -> candidate.path("action").asString().equals(action))
                .map(candidate -> (candidate.path("allowed").asBoolean() ? "allowed" : "refused") + ": "
                        + candidate.path("reason").asString())
                .findFirst()
                .orElse("not offered");
    }
}
