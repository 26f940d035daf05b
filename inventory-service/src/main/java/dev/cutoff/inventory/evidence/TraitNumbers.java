package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.signin.Traits;
import dev.cutoff.inventory.vocabulary.Product;
import dev.cutoff.inventory.vocabulary.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number for each combination of traits in a body, so that a row carries four bytes instead of ten columns. There are some hundreds in
 * a real log; a body that invents more loses versions first and then products, never counts.
 */
final class TraitNumbers {

    record Trait(Use use, Product product) {}

    private static final int MOST_WITH_VERSION = 10_000;
    private static final int MOST_WITH_PRODUCT = 20_000;
    private static final int MOST_LOOKED_UP = 10_000;

    private final Map<Trait, Integer> numbers = new HashMap<>();
    private final List<Trait> traits = new ArrayList<>();
    /** The judge hands out the same object for the same words: looking that up takes no comparison of texts. */
    private final Map<Traits, Integer> lookedUp = new IdentityHashMap<>();

    int of(Traits seen) {
        var number = lookedUp.get(seen);
        if (number != null) {
            return number;
        }
        var fresh = number(new Trait(seen.use(), seen.product()));
        if (lookedUp.size() < MOST_LOOKED_UP) {
            lookedUp.put(seen, fresh);
        }
        return fresh;
    }

    private int number(Trait trait) {
        var known = numbers.get(trait);
        if (known != null) {
            return known;
        }
        if (traits.size() >= MOST_WITH_PRODUCT && trait.product() != Product.UNKNOWN) {
            return number(new Trait(trait.use(), Product.UNKNOWN));
        }
        if (traits.size() >= MOST_WITH_VERSION
                && !trait.product().withoutVersion().equals(trait.product())) {
            return number(new Trait(trait.use(), trait.product().withoutVersion()));
        }
        numbers.put(trait, traits.size());
        traits.add(trait);
        return traits.size() - 1;
    }

    /** In the order of their numbers. */
    List<Trait> all() {
        return traits;
    }
}
