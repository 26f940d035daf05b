/** What is done to each request before a resource sees it. */
@NullMarked
package dev.cutoff.commons.http;

import org.jspecify.annotations.NullMarked;
