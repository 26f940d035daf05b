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

    /** @param difference from what is on record, which decides answers */
    BadCatalogue contradiction(Revision revision, Contents.Difference difference) {
        return new BadCatalogue(
                name,
                lines.getOrDefault(revision.id(), 1),
                "revision " + revision.id(),
                "is in the database with another content: %s is %s there and %s here; what was announced does not change, so write a correction as the next sequence of that day"
                        .formatted(difference.field(), difference.one(), difference.other()));
    }
}
