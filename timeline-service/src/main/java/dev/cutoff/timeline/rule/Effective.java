package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where several programmes touch one protocol: which of them decides. */
public final class Effective {

    /** What is off is off, whatever another programme plans; else the one that stops it first. */
    private static final Comparator<Outlook> DECISIVE = Comparator.comparing((Outlook outlook) -> rank(outlook.state()))
            .thenComparing(
                    outlook -> outlook.cutoff().earliest(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(outlook -> outlook.programme().id());

    /** Only lines of one protocol and auth method have to do with each other. */
    private final Map<List<Enum<?>>, List<Outlook>> related;

    /** @param all outlooks of one tenant at one instant, of all programmes */
    public Effective(List<Outlook> all) {
        related = all.stream().collect(Collectors.groupingBy(Effective::key));
    }

    /** @return id of the programme that decides for the line of an outlook */
    public String of(Outlook outlook) {
        var all = related.getOrDefault(key(outlook), List.of());
        @Nullable Outlook decisive = all.stream()
                .filter(other -> other.line().contains(outlook.line()))
                .filter(other -> !speaksNearer(all, other, outlook.line()))
                .min(DECISIVE)
                .orElse(null);
        return decisive == null
                ? outlook.programme().id()
                : decisive.programme().id();
    }

    private static List<Enum<?>> key(Outlook outlook) {
        return List.of(outlook.line().protocol(), outlook.line().authMethod());
    }

    /** A programme that says something of a narrower part means that, and not what it says of the wider. */
    private static boolean speaksNearer(List<Outlook> all, Outlook wider, Line part) {
        return all.stream()
                .filter(nearer ->
                        nearer.programme().id().equals(wider.programme().id()))
                .map(Outlook::line)
                .anyMatch(nearer ->
                        nearer.contains(part) && wider.line().contains(nearer) && !nearer.contains(wider.line()));
    }

    private static int rank(State state) {
        return switch (state) {
            case OFF_FOR_GOOD -> 0;
            case OFF -> 1;
            case BLOCKED_BY_TENANT -> 2;
            case TEMPORARILY_OFF -> 3;
            case SCHEDULED, ROLLING_OUT, WORKING, EXEMPT -> 4;
            case NOT_AFFECTED -> 5;
            case UNKNOWN -> 6;
        };
    }
}
