package dev.cutoff.timeline.calendar;

import dev.cutoff.timeline.rule.Protocol;
import java.util.Set;

/** What is in a calendar; an empty set leaves nothing out. */
record CalendarChoice(Set<String> programmes, Set<Protocol> protocols) {

    boolean hasProgramme(String programme) {
        return programmes.isEmpty() || programmes.contains(programme);
    }

    boolean hasProtocol(Protocol protocol) {
        return protocols.isEmpty() || protocols.contains(protocol);
    }
}
