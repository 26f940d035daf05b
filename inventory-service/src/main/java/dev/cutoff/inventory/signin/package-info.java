/**
 * What one row of a sign-in log means, or why it is not taken. Pure: the readers of {@code evidence.format} bring the fields, whatever the
 * format calls them, and {@code evidence} writes down what is decided here.
 */
@NullMarked
package dev.cutoff.inventory.signin;

import org.jspecify.annotations.NullMarked;
