package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where several programmes touch one protocol: which of them decides. */
public final class Effective {

    /** What is off is off, whatever another programme plans; else the one that stops it first. */
    private static final Comparator<Outlook> DECISIVE = Comparator.comparing((Outlook outlook) -> rank(outlook.state()))
            .thenComparing(
                    outlook -> outlook.cutoff().earliest(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(outlook -> outlook.programme().id());

    private Effective() {}

    /**
     * @param outlook of one line
     * @param all of the same tenant at the same instant, of all programmes
     * @return id of the programme that decides for that line
     */
    public static String of(Outlook outlook, List<Outlook> all) {
        @Nullable Outlook decisive = all.stream()
                .filter(other -> other.line().contains(outlook.line()))
                .filter(other -> !speaksNearer(all, other, outlook.line()))
                .min(DECISIVE)
                .orElse(null);
        return decisive == null
                ? outlook.programme().id()
                : decisive.programme().id();
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
