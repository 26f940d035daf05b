package dev.cutoff.notification.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer about one line of a client, as the ladder sees it.
 *
 * @param answer its id
 * @param person who says so
 * @param date of a planned one, the day
 * @param ownerThen who answered for the client when it was said; null if nobody did
 */
public record Reply(
        UUID answer,
        String person,
        AnswerKind kind,
        @Nullable LocalDate date,
        Instant at,
        @Nullable String ownerThen) {

    private static final List<AnswerStanding> BY_WEIGHT = List.of(
            AnswerStanding.CONTRADICTED,
            AnswerStanding.TOO_LATE,
            AnswerStanding.STANDS,
            AnswerStanding.LAPSED,
            AnswerStanding.CONFIRMED);

    /**
     * What is known of the line by now, against which a reply is held.
     *
     * @param deadline null if no day is known
     * @param decisionBy last day on which a decision changes it; null if none does
     * @param resolved whether evidence shows that the client has moved on, or it is gone
     * @param lastUse last success with what stops; null if none was seen
     * @param owner who answers for the client; null if nobody does
     */
    public record Ground(
            @Nullable Deadline deadline,
            @Nullable LocalDate decisionBy,
            boolean resolved,
            @Nullable Instant lastUse,
            @Nullable String owner,
            ZoneId zone,
            LocalDate today) {

        /** The last day up to which a plan is in time: what may stop must have moved by then, and who may put it off must know. */
        @Nullable LocalDate bound(LocalDate said) {
            var stops = deadline == null ? null : deadline.day();
            var decides = decisionBy == null || decisionBy.isBefore(said) ? null : decisionBy;
            return Stream.of(stops, decides)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    public AnswerStanding standing(Ground ground) {
        if (ground.resolved() && kind != AnswerKind.NOT_MINE) {
            return AnswerStanding.CONFIRMED;
        }
        return switch (kind) {
            case DONE ->
                ground.lastUse() != null && ground.lastUse().isAfter(at)
                        ? AnswerStanding.CONTRADICTED
                        : AnswerStanding.STANDS;
            case PLANNED -> planned(ground);
            // It has been given to the person since, by somebody who knows.
            case NOT_MINE ->
                person.equals(ground.owner()) && !person.equals(ownerThen)
                        ? AnswerStanding.LAPSED
                        : AnswerStanding.STANDS;
            case NEED_HELP -> isOfAnotherOwner(ground) ? AnswerStanding.LAPSED : AnswerStanding.STANDS;
        };
    }

    /**
     * Of several lines what matters most.
     *
     * @param grounds not empty
     */
    public AnswerStanding standing(Collection<Ground> grounds) {
        return grounds.stream()
                .map(this::standing)
                .min(Comparator.comparing(BY_WEIGHT::indexOf))
                .orElseThrow();
    }

    private AnswerStanding planned(Ground ground) {
        var day = Objects.requireNonNull(date);
        if (isOfAnotherOwner(ground) || ground.today().isAfter(day)) {
            return AnswerStanding.LAPSED;
        }
        var bound = ground.bound(on(ground));
        return bound != null && day.isAfter(bound) ? AnswerStanding.TOO_LATE : AnswerStanding.STANDS;
    }

    /** Whoever answers for it now has promised nothing. */
    private boolean isOfAnotherOwner(Ground ground) {
        return !Objects.equals(ownerThen, ground.owner());
    }

    /** The day of it, where the tenant is. */
    LocalDate on(Ground ground) {
        return LocalDate.ofInstant(at, ground.zone());
    }
}
