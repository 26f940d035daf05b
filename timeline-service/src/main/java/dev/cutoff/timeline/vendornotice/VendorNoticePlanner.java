package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import dev.cutoff.timeline.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of a notice that somebody tells of. */
@Singleton
class VendorNoticePlanner {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final Past past;
    private final Callers callers;

    VendorNoticePlanner(Past past, Callers callers) {
        this.past = past;
        this.callers = callers;
    }

    /**
     * What can be said without looking at the tenant.
     *
     * @param pointer where the notice stands in the body
     * @throws Refusal 400
     */
    void validate(Edition edition, NewVendorNotice body, String pointer) {
        edition.named(body.programme(), pointer + "/programme");
        if (body.kind() == VendorNoticeKind.SCHEDULED && body.day() == null) {
            throw Refusal.invalidField(pointer + "/day", "must be given: scheduled names a day");
        }
        if (body.day() != null && (body.day().isBefore(FIRST) || body.day().isAfter(LAST))) {
            throw Refusal.invalidField(pointer + "/day", "must lie between " + FIRST + " and " + LAST);
        }
        past.require(body.publishedAt(), pointer + "/publishedAt");
    }

    /**
     * Adds the notice to those that are known, or what is new of it to the one that is on file.
     *
     * @param known by key; changed by this call
     * @return the notice as it is then; the one that was known if nothing is new
     * @throws Refusal 400
     */
    RecordedVendorNotice plan(
            Edition edition,
            Tenant tenant,
            NewVendorNotice body,
            String pointer,
            Map<RecordedVendorNotice.Key, RecordedVendorNotice> known) {
        var now = past.now();
        var publishedAt = body.publishedAt() == null ? now : body.publishedAt();
        var protocols = concerned(edition, tenant, body, publishedAt, pointer);
        return known.compute(
                body.key(tenant.tenantId()),
                (ignored, before) -> before == null
                        ? new RecordedVendorNotice(
                                UUID.randomUUID(),
                                1,
                                tenant.tenantId(),
                                body.programme(),
                                protocols,
                                RecordedVendorNotice.union(body.protocols(), List.of()),
                                body.kind(),
                                body.day(),
                                body.message(),
                                publishedAt,
                                now,
                                callers.current().name())
                        : before.and(protocols, body.protocols(), publishedAt));
    }

    /** Those that it names; else, as the vendor's plan stood when it spoke, all that was being rolled out to the tenant. */
    private static List<Protocol> concerned(
            Edition edition, Tenant tenant, NewVendorNotice body, Instant publishedAt, String pointer) {
        if (!body.protocols().isEmpty()) {
            return RecordedVendorNotice.union(body.protocols(), List.of());
        }
        var programme = edition.named(body.programme(), pointer + "/programme");
        var day = LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
        var protocols =
                Prospect.onFile(programme, tenant.attributes(), Facts.NONE, day).rolledOut();
        if (protocols.isEmpty()) {
            throw Refusal.invalidField(
                    pointer + "/protocols", "must be named: nothing was being rolled out to this tenant on " + day);
        }
        return protocols;
    }
}
