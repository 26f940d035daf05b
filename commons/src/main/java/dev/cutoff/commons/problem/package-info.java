/**
 * How a service says no: RFC 9457 problems, one {@link dev.cutoff.commons.problem.ProblemType type} per way of refusing.
 *
 * <p>Domain code throws a {@link dev.cutoff.commons.problem.Refusal}; everything else that can go wrong in a request is
 * translated in one place, {@code ProblemMappers}, so that no answer ever shows the inside.
 */
@NullMarked
package dev.cutoff.commons.problem;

import org.jspecify.annotations.NullMarked;
