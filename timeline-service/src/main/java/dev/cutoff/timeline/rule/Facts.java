package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** What is on file of one tenant and one programme. */
public record Facts(List<VendorNotice> notices, List<Exemption> exemptions) {

    public static final Facts NONE = new Facts(List.of(), List.of());

    boolean isEmpty() {
        return notices.isEmpty() && exemptions.isEmpty();
    }

    /** Those that had happened by the end of a day (UTC), whenever they were recorded. */
    public Facts knownOn(LocalDate day) {
        if (isEmpty()) {
            return this;
        }
        var end = day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        return new Facts(
                notices.stream()
                        .filter(notice -> !notice.publishedAt().isAfter(end))
                        .toList(),
                exemptions.stream()
                        .filter(exemption -> !exemption.requestedAt().isAfter(end))
                        .map(exemption -> exemption.knownBy(end))
                        .toList());
    }

    /**
     * Those that concern a line; notices in the order of their publication.
     *
     * @param named every line that the programme has a name for
     */
    Facts of(Line line, Collection<Line> named) {
        if (isEmpty()) {
            return this;
        }
        return new Facts(
                notices.stream()
                        .filter(notice -> notice.protocols().contains(line.protocol()))
                        .sorted(VendorNotice.ORDER)
                        .toList(),
                exemptions.stream()
                        .filter(exemption -> exemption.protocol() == line.protocol())
                        .filter(exemption -> exemption.scope().covers(line, named))
                        .toList());
    }
}
