package dev.cutoff.commons.change;

import java.util.Collection;
import java.util.Map;

/** A feature whose resources appear in the feed. */
public interface ChangeSource {

    /** As in the event's type: {@code client} for {@code cutoff.client.changed.v1}. */
    String kind();

    /**
     * The resources as {@code GET} answers them now.
     *
     * @param ids of resources of this kind
     * @return by id; one that is gone is left out
     */
    Map<String, ?> load(Collection<String> ids);
}
