package dev.cutoff.notification.transport;

import java.time.Instant;
import java.util.List;

/**
 * What a look at a transport came to.
 *
 * @param at real time
 * @param reachable whether a mail could have been handed over
 */
record Checked(Instant at, boolean reachable, List<Finding> findings) {}
