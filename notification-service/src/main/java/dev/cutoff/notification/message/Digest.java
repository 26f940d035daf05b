package dev.cutoff.notification.message;

import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.reminder.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mail tells one person.
 *
 * @param recipient mail address
 * @param locale language of the person
 * @param zone time zone of the person's days and hours
 * @param day of the mail
 * @param replyTo who answers questions; null if nobody is known
 * @param tenants never empty, the most urgent first
 */
public record Digest(
        String recipient,
        String locale,
        ZoneId zone,
        LocalDate day,
        @Nullable String replyTo,
        List<Tenant> tenants) {

    /** What is told about one tenant. */
    public record Tenant(String name, @Nullable String contact, List<Stop> stops, List<Choice> choices) {}

    /**
     * Something that stops, for some clients.
     *
     * @param day named by the vendor; null while only a window is known
     * @param stopsAt the moment where it is known; else the day begins in UTC
     * @param movedFrom what the person was told before; null if it has not moved
     * @param protocols that stop then
     * @param qualifier the part of them that is meant, in words; null for all of it
     * @param clients the first of them
     * @param more how many clients there are beside those
     */
    public record Stop(
            String programme,
            List<String> protocols,
            String authMethod,
            @Nullable String qualifier,
            State state,
            LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable Instant stopsAt,
            @Nullable LocalDate announced,
            @Nullable LocalDate checkedOn,
            Role role,
            @Nullable Moved movedFrom,
            List<Affected> clients,
            int more) {

        public boolean isOver() {
            return state == State.OFF || state == State.OFF_FOR_GOOD;
        }

        public boolean isUnowned() {
            return role == Role.FALLBACK_CONTACT;
        }

        /** The day that it is about: named, or the first of the window. */
        public LocalDate from() {
            return day == null ? earliest : day;
        }

        public int count() {
            return clients.size() + more;
        }
    }

    /**
     * What was told before.
     *
     * @param named whether the vendor had named that day
     */
    public record Moved(LocalDate day, boolean named) {}

    /**
     * A client, as it is listed.
     *
     * @param label what people know it by
     * @param owner who answers for it; null if nobody
     */
    public record Affected(
            String label,
            String kind,
            @Nullable String account,
            boolean shared,
            @Nullable String owner,
            List<String> protocols) {}

    /**
     * Something that can still be decided, and for whom.
     *
     * @param by the last day
     * @param earliest when it stops if nothing is decided: the first day on which it may; null if that is not known
     */
    public record Choice(
            String programme,
            List<String> protocols,
            String authMethod,
            @Nullable String qualifier,
            LocalDate by,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable LocalDate announced,
            @Nullable LocalDate checkedOn,
            List<Action> actions,
            List<Affected> clients,
            int more) {

        public int count() {
            return clients.size() + more;
        }
    }

    /** What may be done, and through which channel. */
    public record Action(String action, @Nullable String channel, List<String> protocols) {}
}
