package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can still be decided, and for whom.
 *
 * @param by the last day
 * @param earliest when it stops if nothing is decided: the first day on which it may; null if that is not known
 */
public record Choice(
        Digest.Topic topic,
        LocalDate by,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate day,
        Digest.Source source,
        List<Action> actions,
        Clients clients) {

    Digest.Section section(LocalDate today) {
        return Digest.isSoon(by, today) ? Digest.Section.ACT_NOW : Digest.Section.COMING;
    }

    /**
     * What may be done about all of it, and through which channel.
     *
     * @param until last day on which it can be asked for; null if no day ends that
     * @param keepsUntil last day on which it then goes on working; null if no day ends that, or nothing is known
     */
    public record Action(
            String action,
            @Nullable String channel,
            @Nullable LocalDate until,
            @Nullable LocalDate keepsUntil) {}
}
