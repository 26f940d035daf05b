package dev.cutoff.inventory.owner;

/**
 * What tells rules of a tenant apart.
 *
 * @param matches the value as it is compared
 */
public record OwnerRuleKey(OwnerRuleKind kind, String matches) {

    static OwnerRuleKey of(OwnerRuleKind kind, String value) {
        return new OwnerRuleKey(kind, kind.matches(value));
    }
}
