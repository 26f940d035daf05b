package dev.cutoff.timeline.programme;

import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import java.util.Map;

/**
 * One file of the catalogue that could be read.
 *
 * @param lines on which each revision begins, by its id
 */
record CatalogueFile(String name, Programme programme, Map<String, Integer> lines) {

    BadCatalogue contradiction(Revision revision) {
        return new BadCatalogue(
                name,
                lines.getOrDefault(revision.id(), 1),
                "revision " + revision.id(),
                "is in the database with another content; what was announced does not change, so write a correction as the"
                        + " next sequence of that day");
    }
}
