package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's word to one tenant.
 *
 * @param protocols that it concerns
 * @param named those of them that it names. A word about all that is being rolled out says nothing against an exemption; a word about
 *     this protocol does
 * @param day that it names; null if it names none
 * @param message id of the post; the same one may be published again with another day
 * @param publishedAt when the vendor said it
 * @param recordedAt when we were told
 */
public record VendorNotice(
        List<Protocol> protocols,
        List<Protocol> named,
        VendorNoticeKind kind,
        @Nullable LocalDate day,
        String message,
        Instant publishedAt,
        Instant recordedAt) {

    /** By publication; where that is the same, by what makes two notices differ, so that the order of arrival never matters. */
    static final Comparator<VendorNotice> ORDER = Comparator.comparing(VendorNotice::publishedAt)
            .thenComparing(VendorNotice::message)
            .thenComparing(VendorNotice::kind)
            .thenComparing(VendorNotice::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** When what it says takes place: at the beginning of the day that it names, else when it was published. */
    Instant moment(ZoneId zone) {
        return day == null ? publishedAt : day.atStartOfDay(zone).toInstant();
    }
}
