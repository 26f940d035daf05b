package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Eternity, cut at every instant at which something may change, with a standing for each piece. The pieces touch and do not overlap, so
 * each instant has exactly one state by construction.
 */
final class Timeline {

    private record Piece(Span span, Standing standing) {}

    private final Coverage coverage;
    private final List<Piece> pieces = new ArrayList<>();

    private Timeline(Coverage coverage) {
        this.coverage = coverage;
    }

    static Timeline of(Course course) {
        var timeline = new Timeline(course.coverage());
        var turns = course.turns();
        Instant begins = null;
        for (var turn : turns) {
            var within = begins == null ? turn.minusNanos(1) : begins;
            timeline.pieces.add(new Piece(Span.of(begins, turn), course.at(within)));
            begins = turn;
        }
        timeline.pieces.add(new Piece(Span.of(begins, null), course.at(begins == null ? Instant.EPOCH : begins)));
        return timeline;
    }

    Standing at(Instant at) {
        return pieces.get(pieceAt(at)).standing();
    }

    /** How long the state that holds at an instant has lasted and will last. */
    Span spanAt(Instant at) {
        var state = at(at).state();
        var first = pieceAt(at);
        var last = first;
        while (first > 0 && pieces.get(first - 1).standing().state() == state) {
            first--;
        }
        while (last + 1 < pieces.size() && pieces.get(last + 1).standing().state() == state) {
            last++;
        }
        return Span.of(pieces.get(first).span().from(), pieces.get(last).span().until());
    }

    /** Seen from an instant: the stop that holds then, else the next one; where that has no day, the window it falls into. */
    Cutoff cutoffAt(Instant at) {
        var stopped = pieceAt(at);
        while (stopped < pieces.size() && !pieces.get(stopped).standing().isStopped()) {
            stopped++;
        }
        if (stopped == pieces.size()) {
            return windowBefore(stopped);
        }
        while (stopped > 0 && pieces.get(stopped - 1).standing().isStopped()) {
            stopped--;
        }
        var stop = pieces.get(stopped).standing().stop();
        return stop == null ? windowBefore(stopped) : stop;
    }

    /** The window of the rule, or what an exemption leaves of it. */
    private Cutoff windowBefore(int end) {
        for (var i = end - 1; i >= 0 && !pieces.get(i).standing().isStopped(); i--) {
            var until = pieces.get(i).span().until();
            if (pieces.get(i).standing().state() == State.EXEMPT) {
                return coverage.windowAfter(until);
            }
        }
        return coverage.window();
    }

    private int pieceAt(Instant at) {
        var index = 0;
        while (pieces.get(index).span().isOver(at)) {
            index++;
        }
        return index;
    }
}
