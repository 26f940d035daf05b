package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.State;
import dev.cutoff.timeline.tenant.Tenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a tenant's outlook belongs into a calendar: the days on which a line stops or may stop, and those by which to decide. */
record Happenings(Tenant tenant, Belief belief) {

    /** What is over for longer only fills the page. */
    private static final int DAYS_KEPT = 366;

    List<Happening> of(CalendarChoice choice, LocalDate today) {
        return belief.today(line -> choice.hasProtocol(line.protocol()))
                .flatMap(outlook -> Stream.of(stop(outlook), decision(outlook)))
                .flatMap(Optional::stream)
                .filter(happening ->
                        happening.ends() == null || !happening.ends().isBefore(today.minusDays(DAYS_KEPT)))
                .toList();
    }

    private Optional<Happening> stop(Outlook outlook) {
        var cutoff = outlook.cutoff();
        var starts = cutoff.earliest() == null ? cutoff.latest() : cutoff.earliest();
        if (starts == null || outlook.state() == State.NOT_AFFECTED) {
            return Optional.empty();
        }
        var isCertain = cutoff.day() != null;
        var summary =
                "%s: %s %s".formatted(tenant.name(), outlook.line(), isCertain ? "stops" : "may stop from this day on");
        return Optional.of(new Happening(
                tenant.tenantId(),
                uid(outlook, "stop"),
                starts,
                cutoff.latest(),
                isCertain,
                outlook.programme().id(),
                summary,
                description(outlook, cutoff)));
    }

    private Optional<Happening> decision(Outlook outlook) {
        var day = outlook.decisionBy();
        if (day == null) {
            return Optional.empty();
        }
        var possible = outlook.allowedActions().stream()
                .filter(action -> action.allowed() && action.channel() != null)
                .map(action -> WireName.of(action.action()) + " by " + WireName.of(action.channel()))
                .collect(Collectors.joining(", "));
        var words = "Last day on which a decision still changes the cutoff. Possible now: "
                + (possible.isEmpty() ? "nothing" : possible) + ".\n"
                + description(outlook, outlook.cutoff());
        return Optional.of(new Happening(
                tenant.tenantId(),
                uid(outlook, "decide"),
                day,
                day,
                true,
                outlook.programme().id(),
                "%s: decide about %s".formatted(tenant.name(), outlook.line()),
                words));
    }

    private String description(Outlook outlook, Cutoff cutoff) {
        var words = new ArrayList<String>();
        words.add(cutoff.reason());
        belief.lastMove(outlook.line(), cutoff).ifPresent(move -> words.add("The date " + move.inWords() + "."));
        words.add("State: " + WireName.of(outlook.state()) + ".");
        var revision = outlook.revision();
        words.add(
                revision == null
                        ? "Checked on %s.".formatted(outlook.programme().checkedOn())
                        : "As announced on %s, checked on %s."
                                .formatted(
                                        revision.announced(),
                                        outlook.programme().checkedOn()));
        return String.join("\n", words);
    }

    private String uid(Outlook outlook, String what) {
        var line = outlook.line();
        var parts = Stream.of(
                        tenant.tenantId().toString(),
                        outlook.programme().id(),
                        WireName.of(line.protocol()),
                        WireName.of(line.authMethod()),
                        line.qualifier() == null ? "" : slug(line.qualifier()),
                        what)
                .filter(part -> !part.isEmpty());
        return parts.collect(Collectors.joining(".")) + "@cutoff";
    }

    private static String slug(String qualifier) {
        return qualifier.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
