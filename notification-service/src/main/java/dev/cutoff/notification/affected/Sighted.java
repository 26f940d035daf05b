package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Usage;
import java.util.List;

/**
 * A client as it was read, before it is known which lines decide.
 *
 * @param client still without lines
 * @param uses what it is seen to use
 */
public record Sighted(Client client, List<Usage> uses) {}
