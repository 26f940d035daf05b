package dev.cutoff.notification.message;

import dev.cutoff.notification.branding.Branding;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one mail tells one person: things that stop, things to decide, what is over, and what can no longer be seen. The same thing in
 * several tenants is told once, with all of them; a mail stays of a size that people read however many clients there are.
 *
 * @param recipient mail address
 * @param locale language of the person
 * @param zone time zone of the person's days and hours
 * @param day of the mail
 * @param severity how bad it is if it is not read in time
 * @param tenants that it is about, the most urgent first; never empty
 * @param stops the most urgent first
 * @param choices the most urgent first
 * @param dates for a calendar, the nearest first
 */
public record Digest(
        String recipient,
        String locale,
        ZoneId zone,
        LocalDate day,
        Severity severity,
        List<Tenant> tenants,
        List<Stop> stops,
        List<Choice> choices,
        List<AllClear> allClears,
        List<Finding> findings,
        List<HelpCall> helps,
        List<Date> dates) {

    /** More of them are counted and attached as a list, because nobody reads a mail of that length. */
    static final int MOST_LISTED = 50;

    /** Days before a deadline from which it is time to act. */
    private static final int SOON = 7;

    /** Where a thing stands in the mail, in this order. */
    enum Section {
        ACT_NOW,
        COMING,
        MOVED,
        RESOLVED,
        UNSEEN
    }

    /**
     * A tenant that the mail is about.
     *
     * @param contact who answers questions; null if nobody is known
     * @param branding how mail about it looks; null in the suite's own look
     */
    public record Tenant(
            UUID id,
            String name,
            @Nullable String contact,
            @Nullable Branding branding) {}

    /**
     * What the vendor retires.
     *
     * @param protocols of it that this is about
     * @param qualifier the part of them that is meant, in the vendor's words; null if all
     */
    public record Topic(
            String programme,
            List<String> protocols,
            String authMethod,
            @Nullable String qualifier) {}

    /** Day of the announcement, and day on which the announcements were last looked through. */
    public record Source(
            @Nullable LocalDate announced, @Nullable LocalDate checkedOn) {}

    /**
     * Something that stops.
     *
     * @param isOver whether it has stopped
     * @param latest last day of the window; null if the vendor has not said until when
     * @param day named by the vendor; null while only a window is known
     * @param stopsAt the moment where it is known; else the day begins in UTC
     * @param movedFrom what the person was told before; null if it has not moved
     * @param isReopened whether the person was told that it is over, and it is not
     * @param isContradicted whether it was said to be done, and is seen in use since
     * @param before who was told before; nobody where the reader is the first in line
     */
    public record Stop(
            Topic topic,
            boolean isOver,
            LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable Instant stopsAt,
            Source source,
            Role role,
            @Nullable Moved movedFrom,
            boolean isReopened,
            boolean isContradicted,
            Before before,
            Clients clients) {

        /** The day that it is about: named, or the first of the window. */
        public LocalDate from() {
            return day == null ? earliest : day;
        }

        Section section(LocalDate today) {
            if (isOver || isSoon(from(), today)) {
                return Section.ACT_NOW;
            }
            return movedFrom == null && !isReopened && !isContradicted ? Section.COMING : Section.MOVED;
        }
    }

    /**
     * Who was told of it before the reader, because it was theirs before.
     *
     * @param first the first of them
     * @param count how many there are
     */
    public record Before(List<Heard> first, int count) {

        public static final Before NOBODY = new Before(List.of(), 0);
    }

    /**
     * Somebody who was told.
     *
     * @param person mail address
     * @param day of the first mail
     */
    public record Heard(String person, LocalDate day) {}

    /**
     * What was told before.
     *
     * @param named whether the vendor had named that day
     */
    public record Moved(LocalDate day, boolean named) {}

    /**
     * Something that can still be decided, and for whom.
     *
     * @param by the last day
     * @param earliest when it stops if nothing is decided: the first day on which it may; null if that is not known
     */
    public record Choice(
            Topic topic,
            LocalDate by,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            Source source,
            List<Action> actions,
            Clients clients) {

        Section section(LocalDate today) {
            return isSoon(by, today) ? Section.ACT_NOW : Section.COMING;
        }
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

    /**
     * What the person was told of and need not think of any more.
     *
     * @param told the day that they were told
     */
    public record AllClear(Topic topic, Why why, Moved told, Clients clients) {

        /** Why it is over. */
        public enum Why {
            /** The clients have moved on, or are gone or excepted. */
            RESOLVED,
            /** The vendor has taken it back, or it no longer concerns the tenant. */
            WITHDRAWN,
            /** The day holds no more, and no other is known: it still comes. */
            UNDATED
        }
    }

    /**
     * Evidence that has ended, so that silence proves nothing.
     *
     * @param tenant name of the tenant
     * @param source that brings it; null if the vendor's own count is what differs
     * @param since last day on which it brought something; null if that is not known
     * @param count how many accounts the vendor counts that nobody here has a name for; null if it is not about that
     */
    public record Finding(
            String tenant,
            What what,
            @Nullable String source,
            List<String> protocols,
            @Nullable LocalDate since,
            @Nullable Integer count) {

        /** What is wrong with it. */
        public enum What {
            QUIET,
            STALE,
            GAP
        }
    }

    /**
     * The clients that something is about: counted, and the first of them.
     *
     * @param tenants by tenant, the first of them
     * @param tenantCount how many tenants there are
     * @param kinds by kind of client
     * @param owners by owner, the first of them; empty where it is the reader who answers for them
     * @param ownerCount how many owners there are
     * @param unowned how many clients nobody answers for; 0 where that is not asked
     * @param rows as many as a list can hold
     */
    public record Clients(
            int count,
            List<Share> tenants,
            int tenantCount,
            List<Kind> kinds,
            List<Share> owners,
            int ownerCount,
            int unowned,
            List<Row> rows) {}

    /** How many of the clients are somebody's. */
    public record Share(String name, int clients) {}

    /** How many of the clients are of a kind, and what they use. */
    public record Kind(String kind, int clients, List<String> protocols) {}

    /**
     * A client, as it is listed.
     *
     * @param tenant name of its tenant
     * @param label what people know it by
     * @param account null if it is the label
     * @param owner who answers for it; null if nobody
     */
    public record Row(
            UUID id,
            String tenant,
            String label,
            String kind,
            @Nullable String account,
            boolean shared,
            @Nullable String owner,
            List<String> protocols) {}

    /**
     * A day, or the days of a window, as a calendar has it.
     *
     * @param protocol the one that it is about: each has days of its own, which may part later
     * @param isDecision whether it is the last day on which to decide, and not what stops
     * @param ends last day; null if the vendor has not said until when
     * @param isCertain whether the day is known, and not only when it may be
     * @param sequence how often the person was told another day before
     */
    public record Date(
            UUID tenantId,
            String tenant,
            String programme,
            String protocol,
            String authMethod,
            @Nullable String qualifier,
            boolean isDecision,
            LocalDate starts,
            @Nullable LocalDate ends,
            boolean isCertain,
            int sequence,
            Source source) {}

    /** Whether the clients are few enough to be listed in the mail itself. */
    boolean isListed() {
        return rowCount() <= MOST_LISTED;
    }

    /** How many rows a list of the clients has: one for each client and thing. */
    int rowCount() {
        return clients().mapToInt(Clients::count).sum();
    }

    private Stream<Clients> clients() {
        return Stream.of(
                        stops.stream().map(Stop::clients),
                        choices.stream().map(Choice::clients),
                        allClears.stream().map(AllClear::clients))
                .flatMap(some -> some);
    }

    /** How the mail looks: as all of its tenants have it; null if they differ, or have nothing of their own. */
    @Nullable Branding branding() {
        var first = tenants.getFirst().branding();
        var agree = first != null
                && tenants.stream().allMatch(tenant -> tenant.branding() != null && first.isAs(tenant.branding()));
        return agree ? first : null;
    }

    /** Who answers questions: the contact of the most urgent tenant; null if nobody is known. */
    @Nullable String replyTo() {
        return tenants.getFirst().contact();
    }

    /** The last day that it names, after which nobody has to answer any more. */
    public LocalDate lastDay() {
        return Stream.of(
                        stops.stream().flatMap(stop -> Stream.of(stop.from(), stop.latest())),
                        choices.stream()
                                .flatMap(choice ->
                                        Stream.of(choice.by(), choice.day(), choice.latest(), choice.earliest())),
                        Stream.of(day))
                .flatMap(days -> days)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isSoon(LocalDate deadline, LocalDate today) {
        return !deadline.minusDays(SOON).isAfter(today);
    }
}
