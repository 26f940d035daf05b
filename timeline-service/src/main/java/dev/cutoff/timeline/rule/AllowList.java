package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The apps that a tenant lets through, as they stood from one change to the next. Setting the list replaces the whole of it, so of several
 * entries in the ledger the latest is the list; and as long as there is one, what is not on it is blocked, by the tenant's own hand.
 */
record AllowList(List<Entry> entries) {

    /** @param span while this was the list */
    record Entry(Exemption exemption, Span span) {}

    /** @param exemptions of one protocol */
    static AllowList of(List<Exemption> exemptions) {
        var entries = new ArrayList<Entry>();
        exemptions.stream()
                .filter(exemption -> exemption.kind() == ExemptionKind.ALLOWED_APP)
                .forEach(exemption -> {
                    var span = Span.of(exemption.effectiveFrom(), exemption.worksUntil())
                            .endingBy(exemption.revokedAt())
                            .endingBy(replacedAt(exemption, exemptions));
                    if (!span.isEmpty()) {
                        entries.add(new Entry(exemption, span));
                    }
                });
        return new AllowList(List.copyOf(entries));
    }

    /** When another list took its place, or the tenant let everything through again; null if that has not happened. */
    static @Nullable Instant replacedAt(Exemption exemption, List<Exemption> exemptions) {
        return successor(exemption, exemptions).map(Exemption::effectiveFrom).orElse(null);
    }

    /** The entry of the ledger that did so: the next list, or a re-enable, which lets everything through. */
    static Optional<Exemption> successor(Exemption exemption, List<Exemption> exemptions) {
        return exemption.kind() != ExemptionKind.ALLOWED_APP
                ? Optional.empty()
                : exemptions.stream()
                        .filter(other -> other.kind() == ExemptionKind.ALLOWED_APP && isLater(other, exemption)
                                || other.kind() == ExemptionKind.RE_ENABLE
                                        && other.effectiveFrom().isAfter(exemption.effectiveFrom()))
                        .min(Comparator.comparing(Exemption::effectiveFrom).thenComparing(Exemption::id));
    }

    /** Two of one moment are told apart by their ids, so that the order in which they arrived does not matter. */
    private static boolean isLater(Exemption other, Exemption exemption) {
        var order = other.effectiveFrom().compareTo(exemption.effectiveFrom());
        return order == 0 ? other.id().compareTo(exemption.id()) > 0 : order > 0;
    }

    /**
     * The lists on which the line, an app or all that are not named, was not. A list without any app only takes the one before away: it blocks
     * nothing until the vendor reaches the tenant.
     */
    List<Entry> without(Line line) {
        return entries.stream()
                .filter(entry -> !entry.exemption().scope().appIds().isEmpty())
                .filter(entry -> !isListed(entry, line))
                .toList();
    }

    List<Entry> with(Line line) {
        return entries.stream().filter(entry -> isListed(entry, line)).toList();
    }

    private static boolean isListed(Entry entry, Line line) {
        return line.part() != null
                && line.part().kind() == PartKind.APP_ID
                && entry.exemption().scope().appIds().containsAll(line.part().values());
    }
}
