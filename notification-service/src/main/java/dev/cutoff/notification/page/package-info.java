/**
 * The page that mails link to: what one person is told of, and what they say about it. It is no part of the API: HTML, no account, no script.
 * Looking changes nothing, because programs that check mail open every link; only what is sent from the page does.
 */
@NullMarked
package dev.cutoff.notification.page;

import org.jspecify.annotations.NullMarked;
