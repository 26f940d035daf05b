package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.MergePatch;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of accounts with their owners: each line makes or changes the owner and the rule. */
@Singleton
public class OwnerList {

    private record Line(
            @Nullable @Size(max = 320) String account,
            @NotBlank @Email @Size(max = 254) String ownerEmail,
            @Nullable String ownerName,
            @Nullable String deputyEmail,
            @Nullable String managerEmail,
            @Nullable String locale) {

        String email() {
            return ownerEmail.strip().toLowerCase(Locale.ROOT);
        }

        /** What the line says of the owner; what it leaves out stays as it is. */
        Map<String, String> patch() {
            var patch = new LinkedHashMap<String, String>();
            patch.put("email", email());
            put(patch, "name", ownerName);
            put(patch, "deputyEmail", deputyEmail);
            put(patch, "managerEmail", managerEmail);
            put(patch, "locale", locale);
            return patch;
        }

        private static void put(Map<String, String> patch, String field, @Nullable String value) {
            if (value != null) {
                patch.put(field, value);
            }
        }
    }

    private final OwnerBook books;
    private final OwnerRuleBook ruleBook;
    private final ObjectMapper json;
    private final Validator validator;

    OwnerList(OwnerBook books, OwnerRuleBook ruleBook, ObjectMapper json, Validator validator) {
        this.books = books;
        this.ruleBook = ruleBook;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Applies the lines in their order; runs in the transaction of the import, with the tenant's lock held.
     *
     * @param items objects of texts: account, ownerEmail, ownerName, deputyEmail, managerEmail, locale
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
                    var after = page.put(line.email(), patched(before.orElse(null), line, pointer));
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

    /** The owner as the line has it; errors are told by the names of the list. */
    private OwnerContent patched(@Nullable Owner before, Line line, String pointer) {
        JsonNode content = before == null ? json.createObjectNode() : json.valueToTree(before.content());
        try {
            return StrictJson.read(
                    json,
                    validator,
                    MergePatch.apply(content, json.valueToTree(line.patch())),
                    OwnerContent.class,
                    pointer);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.problem().errors().stream()
                    .map(error -> Invalid.field(
                            String.valueOf(error.pointer()).replaceFirst("/name$", "/ownerName"), error.detail()))
                    .toList());
        }
    }
}
