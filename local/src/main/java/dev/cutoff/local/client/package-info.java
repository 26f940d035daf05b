/** The services as their callers see them, over HTTP with a token. */
@NullMarked
package dev.cutoff.local.client;

import org.jspecify.annotations.NullMarked;
