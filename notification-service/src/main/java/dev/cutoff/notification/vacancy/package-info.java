/** Vacancies: clients at risk that nobody takes, the nearest cutoff first. */
@NullMarked
package dev.cutoff.notification.vacancy;

import org.jspecify.annotations.NullMarked;
