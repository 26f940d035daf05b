package dev.cutoff.timeline.programme;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.Programme;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it stood at one version.
 *
 * @param version named by every answer that was made from it
 * @param byId programmes in the order of their ids
 * @param recordedAt of each revision, by its id in the feed
 */
public record Edition(long version, Map<String, Programme> byId, Map<String, Instant> recordedAt) {

    static final Edition EMPTY = new Edition(-1, Map.of(), Map.of());

    public Collection<Programme> programmes() {
        return byId.values();
    }

    public Optional<Programme> programme(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The programme that a field of a body names.
     *
     * @throws Refusal 400 naming those that there are
     */
    public Programme named(String id, String pointer) {
        return programme(id).orElseThrow(() -> Refusal.invalidField(pointer, mustBeOne()));
    }

    /**
     * The programmes that a parameter asks for: one, or all.
     *
     * @throws Refusal 400 naming those that there are: a misspelt filter would show nothing and look like good news
     */
    public Collection<Programme> asked(@Nullable String id) {
        if (id == null) {
            return programmes();
        }
        return programme(id)
                .map(programme -> (Collection<Programme>) List.of(programme))
                .orElseThrow(() -> Refusal.invalidParameter("programme", mustBeOne()));
    }

    private String mustBeOne() {
        return "must be one of " + String.join(", ", byId.keySet());
    }
}
