package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eternity, cut at every instant at which something may change, with a standing for each piece. The pieces touch and do not overlap, so
 * each instant has exactly one state by construction.
 */
final class Timeline {

    private record Piece(Span span, Standing standing) {}

    private final Cutoff open;
    private final List<Piece> pieces = new ArrayList<>();

    private Timeline(Cutoff open) {
        this.open = open;
    }

    static Timeline of(Course course) {
        var timeline = new Timeline(course.coverage().window());
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

    /** Seen from an instant, the stop that holds then, else the next one; if none is known, the window that is open. */
    Cutoff cutoffAt(Instant at) {
        var stopped = pieceAt(at);
        while (stopped < pieces.size() && !pieces.get(stopped).standing().isStopped()) {
            stopped++;
        }
        if (stopped == pieces.size()) {
            return open;
        }
        while (stopped > 0 && pieces.get(stopped - 1).standing().isStopped()) {
            stopped--;
        }
        return stopOf(pieces.get(stopped));
    }

    private Cutoff stopOf(Piece piece) {
        @Nullable Cutoff stop = piece.standing().stop();
        return stop == null ? open : stop;
    }

    /** The states in their order, for the eye and for tests: the one that has always been comes first. */
    List<State> states() {
        var states = new ArrayList<State>();
        pieces.forEach(piece -> {
            if (states.isEmpty() || states.getLast() != piece.standing().state()) {
                states.add(piece.standing().state());
            }
        });
        return states;
    }

    private int pieceAt(Instant at) {
        var index = 0;
        while (pieces.get(index).span().isOver(at)) {
            index++;
        }
        return index;
    }
}
