/**
 * Evidence: imports as jobs. A body is staged by COPY while it arrives, in one transaction with the job's row; any replica merges what is
 * staged, one merge for each tenant at a time, in another. What is in neither has not happened.
 */
@NullMarked
package dev.cutoff.inventory.evidence;

import org.jspecify.annotations.NullMarked;
