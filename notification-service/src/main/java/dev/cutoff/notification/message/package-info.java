/**
 * Mails, in words. A {@link Digest} says what is to be told, without any language; a letter says it in the words of its reader, and HTML and
 * text are made of that letter alone, so that they say the same; {@link Composer} makes the bytes that are sent, with the dates as a
 * calendar and many clients as a list. Another language is sentences ({@code messages/}), names ({@code words/}) and ways ({@code steps/}).
 */
@NullMarked
package dev.cutoff.notification.message;

import org.jspecify.annotations.NullMarked;
