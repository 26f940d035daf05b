package dev.cutoff.local.demo;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The made-up world in the vendor's real formats that the demo plays: {@code local/samples/autumn-2022}. */
final class Sample {

    /** Of the files of a month, those that hold sign-ins. */
    private static final String SIGN_INS = "signins";

    /**
     * A tenant of the world.
     *
     * @param content as the API takes it
     */
    record Tenant(UUID id, String name, JsonNode content) {

        String cloud() {
            return content.path("cloud").asString();
        }

        String decisionContact() {
            return content.path("decisionContact").asString();
        }

        private String prefix() {
            return name.toLowerCase(Locale.ROOT) + "-";
        }
    }

    private final Path folder;
    private final List<Tenant> tenants;
    private final JsonNode vendorDays;
    private final Map<String, LocalDate> lastBasic;

    Sample(Path folder) {
        this.folder = folder;
        this.tenants = StreamSupport.stream(read("tenants.json").spliterator(), false)
                .map(content -> new Tenant(
                        UUID.fromString(content.path("id").asString()),
                        content.path("name").asString(),
                        content))
                .toList();
        this.vendorDays = read("vendor-days.json");
        this.lastBasic = lastBasic();
    }

    List<Tenant> tenants() {
        return tenants;
    }

    Tenant tenant(String name) {
        return tenants.stream()
                .filter(tenant -> tenant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure("The sample has no tenant " + name + "."));
    }

    /** The day on which the vendor switched the tenant off. */
    LocalDate vendorDay(Tenant tenant) {
        return StreamSupport.stream(vendorDays.spliterator(), false)
                .filter(day ->
                        day.path("tenantId").asString().equals(tenant.id().toString()))
                .map(day -> LocalDate.parse(day.path("day").asString()))
                .findFirst()
                .orElseThrow(() -> new Failure("The sample names no day for " + tenant.name() + "."));
    }

    /** The last day on which the account used Basic, by the truth of the sample. */
    Optional<LocalDate> lastBasic(Tenant tenant, String account) {
        return Optional.ofNullable(lastBasic.get(tenant.id() + "|" + account));
    }

    /** By tenant and account, from lines such as {@code tenant|account|imap|basic}. */
    private Map<String, LocalDate> lastBasic() {
        var last = new HashMap<String, LocalDate>();
        try (var folders = Files.list(folder)) {
            folders.map(month -> month.resolve("truth.json"))
                    .filter(Files::isRegularFile)
                    .forEach(truth -> JsonMapper.shared()
                            .readTree(truth.toFile())
                            .path("usages")
                            .properties()
                            .forEach(usage -> {
                                var key = usage.getKey().split("\\|");
                                if (key[3].equals("basic") && usage.getValue().hasNonNull("last")) {
                                    last.merge(
                                            key[0] + "|" + key[1],
                                            LocalDate.parse(usage.getValue()
                                                    .path("last")
                                                    .asString()
                                                    .substring(0, 10)),
                                            (one, other) -> one.isAfter(other) ? one : other);
                                }
                            }));
            return last;
        } catch (IOException e) {
            throw new Failure("Cannot read the sample in " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    Path owners(Tenant tenant) {
        return folder.resolve(tenant.prefix() + "owners.csv");
    }

    Path clients(Tenant tenant) {
        return folder.resolve(tenant.prefix() + "cmdb-clients.csv");
    }

    /** The sign-in logs of a tenant and month. */
    List<Path> signIns(Tenant tenant, YearMonth month) {
        try (var files = Files.list(folder.resolve(month.toString()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(tenant.prefix()))
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .contains(SIGN_INS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure("Cannot read the sample in " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private JsonNode read(String name) {
        return JsonMapper.shared().readTree(folder.resolve(name).toFile());
    }
}
