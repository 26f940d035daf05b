package dev.cutoff.inventory.signin;

import dev.cutoff.inventory.vocabulary.Product;
import dev.cutoff.inventory.vocabulary.Use;
import org.jspecify.annotations.Nullable;

/**
 * What many sign-ins have in common.
 *
 * @param clientApp the vendor's word for the use, as it stood there
 */
public record Traits(Use use, Product product, @Nullable String clientApp) {}
