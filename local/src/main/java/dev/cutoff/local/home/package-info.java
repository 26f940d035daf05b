/** What every command stands on: settings, folders, passwords, and the one way to fail. */
@NullMarked
package dev.cutoff.local.home;

import org.jspecify.annotations.NullMarked;
