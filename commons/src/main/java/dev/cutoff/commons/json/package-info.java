/**
 * JSON as the contract has it: strict on the way in, every refusal with a pointer, enums in kebab-case.
 */
@NullMarked
package dev.cutoff.commons.json;

import org.jspecify.annotations.NullMarked;
