package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.client.ClientStatus;
import dev.cutoff.inventory.vocabulary.ClientKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose columns are called like the fields of the API; other columns are left out, as CMDB exports are full of them. An empty cell of a
 * CSV says nothing and keeps what is there; a null of a JSON clears it, as in an upsert. Words of fixed lists may be in any case in a CSV, which
 * people type; in JSON they are those of the API.
 */
final class PlainLists {

    private static final List<String> OWNER_FIELDS = List.of(
            "account",
            "ownerEmail",
            "ownerName",
            "locale",
            "deputyName",
            "deputyEmail",
            "deputyLocale",
            "managerName",
            "managerEmail",
            "managerLocale");

    private static final List<String> CLIENT_FIELDS = List.of(
            "source",
            "externalId",
            "tenantId",
            "kind",
            "vendor",
            "product",
            "version",
            "productVersion",
            "operatingSystem",
            "name",
            "account",
            "accounts",
            "ownerEmail",
            "location",
            "department",
            "criticality",
            "tags",
            "notes",
            "status",
            "statusReason",
            "plannedFor");

    private static final String OWNERS =
            "account, ownerEmail and optionally ownerName, locale, deputyName, deputyEmail, deputyLocale, managerName, managerEmail,"
                    + " managerLocale";
    private static final String CLIENTS =
            "source, externalId and optionally kind, vendor, product, version, name, account,"
                    + " ownerEmail, location, department, criticality and others of a client";

    static final ListFormat OWNER_CSV = new Table(
            FormatName.OWNER_LIST_CSV, "CSV with the columns " + OWNERS, csv(PlainLists::isOwners), PlainLists::owner);
    static final ListFormat OWNER_JSON = new Table(
            FormatName.OWNER_LIST_JSON,
            "JSON array, page or lines of objects with the fields " + OWNERS,
            json(PlainLists::isOwners),
            PlainLists::owner);
    static final ListFormat CLIENT_CSV = new Table(
            FormatName.CLIENT_LIST_CSV,
            "CSV with the columns " + CLIENTS,
            csv(PlainLists::isClients),
            row -> fields(row, CLIENT_FIELDS));
    static final ListFormat CLIENT_JSON = new Table(
            FormatName.CLIENT_LIST_JSON,
            "JSON array, page or lines of objects with the fields " + CLIENTS,
            json(PlainLists::isClients),
            row -> fields(row, CLIENT_FIELDS));

    private PlainLists() {}

    private static boolean isOwners(Opening opening) {
        return opening.has("account", "ownerEmail");
    }

    private static boolean isClients(Opening opening) {
        return opening.has("source", "externalId");
    }

    private static Predicate<Opening> csv(Predicate<Opening> is) {
        return is.and(opening -> opening.json().fields().isEmpty());
    }

    private static Predicate<Opening> json(Predicate<Opening> is) {
        return is.and(opening -> !opening.json().fields().isEmpty());
    }

    private static Map<String, @Nullable Object> owner(Row row) {
        row.address("ownerEmail");
        return fields(row, OWNER_FIELDS);
    }

    private static Map<String, @Nullable Object> fields(Row row, List<String> known) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var name : known) {
            if (row.says(name)) {
                fields.put(name, value(row, name));
            }
        }
        return fields;
    }

    private static @Nullable Object value(Row row, String name) {
        return switch (name) {
            case "accounts", "tags" -> row.list(name);
            case "kind" -> row.word(name, ClientKind.class);
            case "status" -> row.word(name, ClientStatus.class);
            case "locale", "deputyLocale", "managerLocale" -> row.language(name);
            default -> row.value(name);
        };
    }
}
