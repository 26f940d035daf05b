/** What is the same in every operation of the contract, so that no resource has to repeat it. */
@NullMarked
package dev.cutoff.commons.contract;

import org.jspecify.annotations.NullMarked;
