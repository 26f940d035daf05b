package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.problem.Refusal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What usages are counted by. */
enum UsageDimension {
    @JsonProperty("tenant")
    TENANT("tenant_id", "uuid", "u.tenant_id"),
    @JsonProperty("protocol")
    PROTOCOL("protocol", "text", "u.protocol"),
    @JsonProperty("authMethod")
    AUTH_METHOD("auth_method", "text", "u.auth_method"),
    @JsonProperty("status")
    STATUS("status", "text", "k.status"),
    @JsonProperty("owner")
    OWNER("owner_id", "uuid", "k.owner_id"),
    @JsonProperty("kind")
    KIND("kind", "text", "k.kind"),
    @JsonProperty("week")
    WEEK(
            "week",
            "date",
            "case when u.successes > 0 then date_trunc('week', u.last_success at time zone 'UTC')::date end");

    private final String column;
    private final String type;
    private final String expression;

    UsageDimension(String column, String type, String expression) {
        this.column = column;
        this.type = type;
        this.expression = expression;
    }

    /**
     * @param names separated by commas, each once; nothing for the total alone
     * @throws Refusal 400 for a name that is none, or is there twice
     */
    static List<UsageDimension> parse(@Nullable String names) {
        if (names == null || names.isEmpty()) {
            return List.of();
        }
        var dimensions = Arrays.stream(names.split(",", -1))
                .map(name -> WireName.parse(UsageDimension.class, name)
                        .orElseThrow(() -> Refusal.invalidParameter(
                                "groupBy", "must name some of " + WireName.list(UsageDimension.class))))
                .toList();
        if (new LinkedHashSet<>(dimensions).size() < dimensions.size()) {
            throw Refusal.invalidParameter("groupBy", "must name each of them once");
        }
        return dimensions;
    }

    String column() {
        return column;
    }

    String expression() {
        return expression;
    }

    String type() {
        return type;
    }

    /** Whether it is an attribute of the clients behind a usage, not of the usage. */
    boolean isOfClients() {
        return switch (this) {
            case STATUS, OWNER, KIND -> true;
            case TENANT, PROTOCOL, AUTH_METHOD, WEEK -> false;
        };
    }

    /** What stands for "none" in the order of groups: none of them comes last. */
    String last() {
        return switch (type) {
            case "uuid" -> "'ffffffff-ffff-ffff-ffff-ffffffffffff'";
            case "date" -> "'infinity'";
            default -> "'~'";
        };
    }
}
