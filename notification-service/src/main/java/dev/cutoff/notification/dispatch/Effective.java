package dev.cutoff.notification.dispatch;

import java.util.Collection;

/** What holds for the mail about one tenant: the stricter of what is set for all and for it, each with its pilots. */
public record Effective(Part all, Part own) {

    /**
     * What is set in one place.
     *
     * @param pilots lower-cased addresses of people to whom mail leaves while it is held
     */
    record Part(DispatchState state, Collection<String> pilots) {

        DispatchState of(String person) {
            return state == DispatchState.HELD && pilots.contains(person) ? DispatchState.RELEASED : state;
        }
    }

    /** What holds for everybody who is no pilot. */
    public DispatchState ofMost() {
        return all.state().and(own.state());
    }

    /** @param person lower-cased mail address */
    public DispatchState of(String person) {
        return all.of(person).and(own.of(person));
    }
}
