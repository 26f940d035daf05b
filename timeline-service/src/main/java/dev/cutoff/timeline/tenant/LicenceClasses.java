package dev.cutoff.timeline.tenant;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cutoff.timeline.rule.Licences;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which class of licence a product is: inventory has part numbers and names as people and scripts find them, rules speak of classes. The
 * table is {@code licences.csv}, each row with its source; a product that is not in it leaves open what class it is.
 */
final class LicenceClasses {

    private static final Map<String, String> BY_NAME = read();

    private LicenceClasses() {}

    /** @param products part numbers or names, in any case; as some cmdlets give them, also behind the tenant's own name and a colon */
    static Licences of(Collection<String> products) {
        var classes = new HashSet<String>();
        var isComplete = true;
        for (var product : products) {
            var known = BY_NAME.get(key(product));
            if (known == null) {
                isComplete = false;
            } else {
                classes.add(known);
            }
        }
        return new Licences(classes, isComplete);
    }

    private static String key(String product) {
        return product.substring(product.indexOf(':') + 1)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> read() {
        var resource = Objects.requireNonNull(LicenceClasses.class.getResourceAsStream("/licences.csv"));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var classes = new HashMap<String, String>();
            for (NamedCsvRecord row : rows) {
                classes.put(key(row.getField("partNumber")), row.getField("class"));
                classes.put(key(row.getField("name")), row.getField("class"));
            }
            return Map.copyOf(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
