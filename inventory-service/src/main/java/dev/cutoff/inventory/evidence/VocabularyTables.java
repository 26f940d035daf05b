package dev.cutoff.inventory.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientApps;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.Products;
import dev.cutoff.inventory.vocabulary.Protocol;
import dev.cutoff.inventory.vocabulary.Use;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the tables of the vocabulary; a row that is wrong refuses the start. */
@Startup
@Singleton
final class VocabularyTables {

    private final ClientApps clientApps = clientApps();
    private final Products products = products();

    @Produces
    @Singleton
    ClientApps producedClientApps() {
        return clientApps;
    }

    @Produces
    @Singleton
    Products producedProducts() {
        return products;
    }

    static ClientApps clientApps() {
        return ClientApps.of(rows("client-apps.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.getField("name"),
                        row -> new Use(
                                constant(Protocol.class, row.getField("protocol")),
                                constant(AuthMethod.class, row.getField("authMethod")),
                                true))));
    }

    static Products products() {
        return Products.of(rows("products.csv").stream()
                .map(row -> new Products.Rule(
                        row.getField("key"),
                        Pattern.compile(row.getField("pattern")),
                        orNull(row.getField("vendor")),
                        row.getField("name"),
                        constant(ClientKind.class, row.getField("kind")),
                        orNull(row.getField("operatingSystem"))))
                .toList());
    }

    private static List<NamedCsvRecord> rows(String table) {
        try (InputStream resource = VocabularyTables.class.getResourceAsStream("/vocabulary/" + table);
                var reader = CsvReader.builder().ofNamedCsvRecord(resource)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return WireName.parse(type, name)
                .orElseThrow(() -> new IllegalStateException(name + " is none of " + WireName.list(type)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
