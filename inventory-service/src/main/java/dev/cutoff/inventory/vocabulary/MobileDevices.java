package dev.cutoff.inventory.vocabulary;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which mail program a device partnership is of: by its model, else by how its id is made. */
public final class MobileDevices {

    /**
     * One row of the table.
     *
     * @param isOfModel whether the pattern is of the model, else it is of the id
     */
    public record Rule(
            boolean isOfModel,
            Pattern pattern,
            @Nullable String vendor,
            String name,
            ClientKind kind,
            @Nullable String operatingSystem) {}

    private static final int LONGEST = 200;

    private final List<Rule> rules;

    private MobileDevices(List<Rule> rules) {
        this.rules = rules;
    }

    /** @param rules the first that matches decides */
    public static MobileDevices of(List<Rule> rules) {
        return new MobileDevices(List.copyOf(rules));
    }

    /** A product of kind mobile app in any case: that is what a partnership is of unless a rule knows better. */
    public Product recognise(String id, @Nullable String model) {
        for (var rule : rules) {
            var text = rule.isOfModel() ? model : id;
            if (text != null
                    && rule.pattern()
                            .matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                            .find()) {
                return new Product("device", rule.kind(), rule.vendor(), rule.name(), null, rule.operatingSystem());
            }
        }
        return new Product("device", ClientKind.MOBILE_APP, null, null, null, null);
    }
}
