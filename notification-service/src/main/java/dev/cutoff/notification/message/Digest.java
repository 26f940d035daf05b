package dev.cutoff.notification.message;

import dev.cutoff.notification.branding.Branding;
import dev.cutoff.notification.policy.Severity;
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
        List<CalendarDate> dates) {

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

    /** Whether it is time to act. */
    static boolean isSoon(LocalDate deadline, LocalDate today) {
        return !deadline.minusDays(SOON).isAfter(today);
    }
}
