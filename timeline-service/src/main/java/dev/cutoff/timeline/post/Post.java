package dev.cutoff.timeline.post;

import java.time.Instant;

/**
 * A Message Center post.
 *
 * @param message its id; the same one may be published again with another text
 * @param text its body without markup, a line for each block
 * @param publishedAt when it was published as it reads now
 */
public record Post(String message, String title, String text, Instant publishedAt) {}
