/**
 * What people say about their clients, by the page or by a system that speaks for them. {@link Answers} shows it, {@link Answering} takes it;
 * what it does to a plan is decided in {@code ladder}.
 */
@NullMarked
package dev.cutoff.notification.answer;

import org.jspecify.annotations.NullMarked;
