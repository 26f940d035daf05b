package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNotice;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vendor notice as it was recorded: a row.
 *
 * @param namedProtocols those of the protocols that it names
 */
record RecordedVendorNotice(
        UUID id,
        long version,
        UUID tenantId,
        String programme,
        List<Protocol> protocols,
        List<Protocol> namedProtocols,
        VendorNoticeKind kind,
        @Nullable LocalDate day,
        String message,
        Instant publishedAt,
        Instant recordedAt,
        String recordedBy) {

    /** What makes a notice this one: the same message with another day is another. */
    record Key(
            UUID tenantId,
            String programme,
            String message,
            VendorNoticeKind kind,
            @Nullable LocalDate day) {}

    Key key() {
        return new Key(tenantId, programme, message, kind, day);
    }

    VendorNotice fact() {
        return new VendorNotice(protocols, namedProtocols, kind, day, message, publishedAt, recordedAt);
    }

    /** By tenant and programme. */
    static Map<UUID, Map<String, List<VendorNotice>>> facts(List<RecordedVendorNotice> notices) {
        return notices.stream()
                .collect(Collectors.groupingBy(
                        RecordedVendorNotice::tenantId,
                        Collectors.groupingBy(
                                RecordedVendorNotice::programme,
                                Collectors.mapping(RecordedVendorNotice::fact, Collectors.toList()))));
    }

    /**
     * The same notice told once more: it concerns all that it was ever said to concern, and was published when it was first seen. So the
     * order in which two people tell of it does not matter.
     *
     * @return this if nothing is new
     */
    RecordedVendorNotice and(List<Protocol> others, List<Protocol> othersNamed, Instant published) {
        var more = new RecordedVendorNotice(
                id,
                version + 1,
                tenantId,
                programme,
                union(protocols, others),
                union(namedProtocols, othersNamed),
                kind,
                day,
                message,
                published.isBefore(publishedAt) ? published : publishedAt,
                recordedAt,
                recordedBy);
        return more.fact().equals(fact()) ? this : more;
    }

    static List<Protocol> union(List<Protocol> some, List<Protocol> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
