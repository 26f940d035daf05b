package dev.cutoff.timeline.revision;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.ExemptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference in words. */
record Move(RevisionDifference.Side before, RevisionDifference.Side after) {

    String inWords() {
        var words = new ArrayList<String>();
        if (before.state() != after.state()) {
            words.add("It is %s instead of %s.".formatted(word(after.state()), word(before.state())));
        }
        if (!before.cutoff().isSameTime(after.cutoff())) {
            words.add("The cutoff moves from %s to %s.".formatted(time(before.cutoff()), time(after.cutoff())));
        }
        if (!Objects.equals(before.decisionBy(), after.decisionBy())) {
            words.add("A decision is due by %s instead of %s."
                    .formatted(orNever(after.decisionBy()), orNever(before.decisionBy())));
        }
        if (!before.possible().equals(after.possible())) {
            words.add("The tenant may ask for %s instead of %s.".formatted(all(after), all(before)));
        }
        words.add(after.cutoff().reason());
        return String.join(" ", words);
    }

    private static String time(Cutoff cutoff) {
        if (cutoff.hasNoDate()) {
            return "no known date";
        }
        if (Objects.equals(cutoff.earliest(), cutoff.latest())) {
            return String.valueOf(cutoff.earliest());
        }
        return "%s .. %s".formatted(orOpen(cutoff.earliest()), orOpen(cutoff.latest()));
    }

    private static String all(RevisionDifference.Side side) {
        List<ExemptionKind> kinds = side.possible();
        return kinds.isEmpty() ? "nothing" : kinds.stream().map(WireName::of).collect(Collectors.joining(", "));
    }

    static String word(Enum<?> constant) {
        return WireName.of(constant);
    }

    static String orOpen(@Nullable Object moment) {
        return moment == null ? "an open end" : moment.toString();
    }

    private static String orNever(@Nullable Object day) {
        return day == null ? "none" : day.toString();
    }
}
