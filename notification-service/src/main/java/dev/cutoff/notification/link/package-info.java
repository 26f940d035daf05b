/**
 * The links in mails: each opens what one person is told, for one purpose, until an end, and can be taken back. The keys are in the
 * database, so every replica knows them; a new one signs after a while, and the old ones are good for what they have signed.
 */
@NullMarked
package dev.cutoff.notification.link;

import org.jspecify.annotations.NullMarked;
