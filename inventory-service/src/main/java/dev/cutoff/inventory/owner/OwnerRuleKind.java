package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.page.SearchText;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule goes by, in the order in which rules count: the more it says about the single client, the earlier. A domain is everybody, so
 * it comes last.
 */
@Schema(
        description =
                "What the rule goes by. Rules count in this order: `account` (its address), `pattern` (of the address; `*` for any"
                        + " characters, `?` for one; of several the one with most characters), `department`, `location` (of the"
                        + " client), `domain` (of the address)")
public enum OwnerRuleKind {
    @JsonProperty("account")
    ACCOUNT,
    @JsonProperty("pattern")
    PATTERN,
    @JsonProperty("department")
    DEPARTMENT,
    @JsonProperty("location")
    LOCATION,
    @JsonProperty("domain")
    DOMAIN;

    /** The value as it is compared. A pattern becomes one of SQL's {@code like}. */
    String matches(String value) {
        return switch (this) {
            case ACCOUNT, DOMAIN -> value.toLowerCase(Locale.ROOT);
            case DEPARTMENT, LOCATION -> SearchText.fold(value);
            case PATTERN ->
                value.toLowerCase(Locale.ROOT)
                        .replaceAll("([\\\\%_])", "\\\\$1")
                        .replace('*', '%')
                        .replace('?', '_');
        };
    }
}
