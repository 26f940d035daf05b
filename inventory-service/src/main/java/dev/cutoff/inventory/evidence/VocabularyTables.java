package dev.cutoff.inventory.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.vocabulary.AppNames;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientApps;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.MobileDevices;
import dev.cutoff.inventory.vocabulary.PolicyBlocks;
import dev.cutoff.inventory.vocabulary.Products;
import dev.cutoff.inventory.vocabulary.Protocol;
import dev.cutoff.inventory.vocabulary.Use;
import dev.cutoff.inventory.vocabulary.Vocabulary;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of the vocabulary; a row that is wrong refuses the start. A file of the same name in the folder
 * {@code cutoff.vocabulary.folder} adds rows of the user's own, which come before ours.
 */
@Startup
@Singleton
final class VocabularyTables {

    private final Vocabulary ofSignIns;
    private final MobileDevices devices;

    VocabularyTables(@ConfigProperty(name = "cutoff.vocabulary.folder") Optional<Path> folder) {
        var tables = new Tables(folder.orElse(null));
        ofSignIns = new Vocabulary(clientApps(tables), products(tables), apps(tables), policyBlocks(tables));
        devices = devices(tables);
    }

    @Produces
    @Singleton
    Vocabulary producedVocabulary() {
        return ofSignIns;
    }

    @Produces
    @Singleton
    MobileDevices producedDevices() {
        return devices;
    }

    @Produces
    @Singleton
    AppNames producedApps() {
        return ofSignIns.apps();
    }

    /** The first word about a name holds. */
    static ClientApps clientApps(Tables tables) {
        return ClientApps.of(tables.rows("client-apps.csv").stream()
                .collect(Collectors.toMap(
                        row -> row.getField("name").strip().toLowerCase(Locale.ROOT),
                        row -> new Use(
                                constant(Protocol.class, row.getField("protocol")),
                                constant(AuthMethod.class, row.getField("authMethod")),
                                true),
                        (ours, later) -> ours)));
    }

    static Products products(Tables tables) {
        return Products.of(tables.rows("products.csv").stream()
                .map(row -> new Products.Rule(
                        row.getField("key"),
                        Pattern.compile(row.getField("pattern")),
                        orNull(row.getField("vendor")),
                        row.getField("name"),
                        constant(ClientKind.class, row.getField("kind")),
                        orNull(row.getField("operatingSystem"))))
                .toList());
    }

    static MobileDevices devices(Tables tables) {
        return MobileDevices.of(tables.rows("mobile-devices.csv").stream()
                .map(row -> new MobileDevices.Rule(
                        isOfModel(row.getField("field")),
                        Pattern.compile(row.getField("pattern")),
                        orNull(row.getField("vendor")),
                        row.getField("name"),
                        constant(ClientKind.class, row.getField("kind")),
                        orNull(row.getField("operatingSystem"))))
                .toList());
    }

    static AppNames apps(Tables tables) {
        return AppNames.of(tables.rows("apps.csv").stream()
                .collect(Collectors.toMap(
                        row -> StrictJson.parseUuid(row.getField("appId")),
                        row -> row.getField("name"),
                        (ours, later) -> ours)));
    }

    static PolicyBlocks policyBlocks(Tables tables) {
        return PolicyBlocks.of(tables.rows("policy-blocks.csv").stream()
                .map(row -> Integer.valueOf(row.getField("errorCode").strip()))
                .collect(Collectors.toSet()));
    }

    private static boolean isOfModel(String field) {
        return switch (field) {
            case "model" -> true;
            case "id" -> false;
            default -> throw new IllegalStateException(field + " is neither model nor id");
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return WireName.parse(type, name)
                .orElseThrow(() -> new IllegalStateException(name + " is none of " + WireName.list(type)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * Where the tables are.
     *
     * @param folder of the user's own; null if there is none
     */
    record Tables(@Nullable Path folder) {

        /** The user's own rows, then ours. */
        List<NamedCsvRecord> rows(String table) {
            var rows = new ArrayList<NamedCsvRecord>();
            try {
                if (folder != null && Files.exists(folder.resolve(table))) {
                    rows.addAll(read(Files.newInputStream(folder.resolve(table))));
                }
                rows.addAll(read(VocabularyTables.class.getResourceAsStream("/vocabulary/" + table)));
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<NamedCsvRecord> read(InputStream file) throws IOException {
            try (file;
                    var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                return reader.stream().toList();
            }
        }
    }
}
