package dev.cutoff.notification.delivery;

import dev.cutoff.notification.notice.Selection;
import dev.cutoff.notification.transport.Transport;
import dev.cutoff.notification.transport.Transports;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transport, and which notices leave on it: those about its own tenants alone, or whatever no other is there for.
 *
 * @param others the tenants of the other ways, if this is the one for the rest
 * @param most how many a sender claims at once
 */
record Way(Transport transport, List<Set<UUID>> others, int most) {

    static List<Way> all(Transports transports, int most) {
        var special = transports.special().map(Transport::tenants).toList();
        return transports.all().stream()
                .map(transport -> new Way(transport, transport.isDefault() ? special : List.of(), most))
                .toList();
    }

    /** @param turn only of this tenant; null for the most urgent of all */
    Selection selection(boolean evenResting, @Nullable UUID turn) {
        return new Selection(most, evenResting, transport.tenants(), others, turn);
    }
}
