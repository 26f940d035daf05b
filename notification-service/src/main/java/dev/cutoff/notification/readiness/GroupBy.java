package dev.cutoff.notification.readiness;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what readiness is counted. */
@Schema(
        description =
                "By what is counted. Within one group a client counts once, with the line that is least far; it may be in several groups of"
                        + " `programme` and `protocol`. `week`: the course, each week as it ended, and the current one as it is now")
enum GroupBy {
    @JsonProperty("tenant")
    TENANT("line.tenant_id::text", "tenant.name"),
    @JsonProperty("programme")
    PROGRAMME("line.programme", "null"),
    @JsonProperty("protocol")
    PROTOCOL("line.protocol", "null"),
    @JsonProperty("kind")
    KIND("line.kind", "null"),
    @JsonProperty("owner")
    OWNER("coalesce(line.owner_email, '')", "line.owner_name"),
    @JsonProperty("week")
    WEEK("to_char(date_trunc('week', tenant.planned_on), 'YYYY-MM-DD')", "null");

    private final String value;
    private final String name;

    GroupBy(String value, String name) {
        this.value = value;
        this.name = name;
    }

    /** What a group has in common, in SQL; never null. */
    String value() {
        return value;
    }

    /** What people call it, in SQL. */
    String label() {
        return name;
    }
}
