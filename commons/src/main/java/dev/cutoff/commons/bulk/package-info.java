/** Many resources in one request, with an outcome for each. Planned first and then applied: a dry run is a plan that is not applied. */
@NullMarked
package dev.cutoff.commons.bulk;

import org.jspecify.annotations.NullMarked;
