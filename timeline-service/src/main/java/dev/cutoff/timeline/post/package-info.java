/**
 * What a Message Center post says, as far as its text says it: which programme, which protocols, what kind of word, and a day only where
 * one is named. Pure: no database, no HTTP, no clock. What is not plain is left to a person, and the reason is given.
 */
@NullMarked
package dev.cutoff.timeline.post;

import org.jspecify.annotations.NullMarked;
