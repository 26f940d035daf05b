/**
 * Mails, in words. A {@link Digest} says what is to be told, without any language; {@link MailText} says it in one, as HTML and as text
 * with the same content; {@link Composer} makes the bytes that are sent. Another language is two templates and two word lists.
 */
@NullMarked
package dev.cutoff.notification.message;

import org.jspecify.annotations.NullMarked;
