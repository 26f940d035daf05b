package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of accounts with their owners: each line makes or changes the owner and the rule. */
@Singleton
public class OwnerList {

    /**
     * A column beside account and ownerEmail, and where what it says stands in an owner.
     *
     * @param person deputy or manager; null for the owner
     */
    private record Column(String name, @Nullable String person, String field) {

        private static final List<Column> ALL = List.of(
                new Column("ownerName", null, "name"),
                new Column("locale", null, "locale"),
                new Column("deputyName", "deputy", "name"),
                new Column("deputyEmail", "deputy", "email"),
                new Column("deputyLocale", "deputy", "locale"),
                new Column("managerName", "manager", "name"),
                new Column("managerEmail", "manager", "email"),
                new Column("managerLocale", "manager", "locale"));

        String pointer() {
            return person == null ? "/" + field : "/" + person + "/" + field;
        }

        void put(ObjectNode patch, JsonNode value) {
            if (person == null) {
                patch.set(field, value);
            } else if (field.equals("email") && value.isNull()) {
                patch.putNull(person);
            } else if (!patch.path(person).isNull()) {
                patch.withObjectProperty(person).set(field, value);
            }
        }
    }

    private record Line(
            @Nullable @Size(max = 320) String account,
            @NotBlank @Email @Size(max = 254) String ownerEmail,
            @Nullable String ownerName,
            @Nullable String locale,
            @Nullable String deputyName,
            @Nullable String deputyEmail,
            @Nullable String deputyLocale,
            @Nullable String managerName,
            @Nullable String managerEmail,
            @Nullable String managerLocale) {

        String email() {
            return ownerEmail.strip().toLowerCase(Locale.ROOT);
        }
    }

    private final OwnerBook books;
    private final OwnerRuleBook ruleBook;
    private final OwnerPatch patching;
    private final ObjectMapper json;
    private final Validator validator;

    OwnerList(OwnerBook books, OwnerRuleBook ruleBook, OwnerPatch patching, ObjectMapper json, Validator validator) {
        this.books = books;
        this.ruleBook = ruleBook;
        this.patching = patching;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Applies the lines in their order; runs in the transaction of the import, with the tenant's lock held.
     *
     * @param items objects of texts: account, ownerEmail, ownerName, locale, and name, email and locale of deputy and manager
     */
    public Bulk.Answer apply(UUID tenant, List<JsonNode> items) {
        var emails = items.stream()
                .map(item -> item.path("ownerEmail").asText().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var page = books.open(tenant, emails);
        var rules = new HashMap<OwnerRuleKey, OwnerRuleBook.Wish>();
        var named = new ArrayList<@Nullable OwnerRuleKey>();
        var outcomes = Bulk.plan(items, (index, item, pointer) -> {
                    named.add(null);
                    var line = StrictJson.read(json, validator, item, Line.class, pointer);
                    var before = page.find(line.email());
                    var after = page.put(line.email(), patched(before.orElse(null), line, item, pointer));
                    if (line.account() != null) {
                        var account = line.account().strip().toLowerCase(Locale.ROOT);
                        var key = OwnerRuleKey.of(OwnerRuleKind.ACCOUNT, account);
                        rules.put(key, new OwnerRuleBook.Wish(account, after.id()));
                        named.set(index, key);
                    }
                    return Outcome.of(index, kind(before.orElse(null), after), after.id());
                })
                .items();
        books.close(page, null);
        var ruled = new HashSet<>(ruleBook.write(tenant, rules, null));
        return new Bulk.Answer(outcomes.stream()
                .map(outcome -> ruled.remove(named.get(outcome.index())) && outcome.outcome() == Outcome.Kind.UNCHANGED
                        ? Outcome.of(outcome.index(), Outcome.Kind.UPDATED, String.valueOf(outcome.id()))
                        : outcome)
                .toList());
    }

    private static Outcome.Kind kind(@Nullable Owner before, Owner after) {
        if (before == null) {
            return Outcome.Kind.CREATED;
        }
        return before == after ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
    }

    /** The owner as the line has it: an absent column keeps, null clears. Errors are told by the names of the list. */
    private OwnerContent patched(@Nullable Owner before, Line line, JsonNode item, String pointer) {
        var patch = json.createObjectNode().put("email", line.email());
        Column.ALL.stream()
                .filter(column -> item.has(column.name()))
                .forEach(column -> column.put(patch, item.get(column.name())));
        try {
            return patching.apply(before, patch, pointer);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.problem().errors().stream()
                    .map(error -> Invalid.field(inColumns(String.valueOf(error.pointer()), pointer), error.detail()))
                    .toList());
        }
    }

    private static String inColumns(String pointer, String item) {
        return Column.ALL.stream()
                .filter(column -> pointer.equals(item + column.pointer()))
                .map(column -> item + "/" + column.name())
                .findFirst()
                .orElse(pointer);
    }
}
