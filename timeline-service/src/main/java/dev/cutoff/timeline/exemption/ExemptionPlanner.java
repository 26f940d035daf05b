package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.Verdict;
import dev.cutoff.timeline.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What becomes of exemptions that somebody tells of. */
@Singleton
class ExemptionPlanner {

    private final Past past;
    private final Callers callers;
    private final RefusedRequests refused;

    ExemptionPlanner(Past past, Callers callers, RefusedRequests refused) {
        this.past = past;
        this.callers = callers;
        this.refused = refused;
    }

    /**
     * What can be said without looking at the tenant.
     *
     * @param pointer where the exemption stands in the body
     * @throws Refusal 400
     */
    void validate(Edition edition, NewExemption told, String pointer) {
        var programme = edition.named(told.programme(), pointer + "/programme");
        validateScope(programme, told, pointer);
        past.require(told.requestedAt(), pointer + "/requestedAt");
        past.require(told.observedOffAt(), pointer + "/observedOffAt");
        past.require(told.confirmedAt(), pointer + "/confirmedAt");
        if (told.observedOffAt() != null && told.kind() != ExemptionKind.RE_ENABLE) {
            throw Refusal.invalidField(pointer + "/observedOffAt", "belongs to a re-enable");
        }
        var requestedAt = requestedAt(told);
        if (told.observedOffAt() != null && told.observedOffAt().isAfter(requestedAt)) {
            throw Refusal.invalidField(pointer + "/observedOffAt", "must not be after requestedAt");
        }
        if (told.confirmedAt() != null && told.confirmedAt().isBefore(requestedAt)) {
            throw Refusal.invalidField(pointer + "/confirmedAt", "must not be before requestedAt");
        }
    }

    private static void validateScope(Programme programme, NewExemption told, String pointer) {
        if (!told.accounts().isEmpty() && told.kind() != ExemptionKind.SELF_BLOCK) {
            throw Refusal.invalidField(
                    pointer + "/accounts", "belong to a self-block; all others are for the whole tenant");
        }
        if (!told.appIds().isEmpty() && told.kind() != ExemptionKind.ALLOWED_APP) {
            throw Refusal.invalidField(pointer + "/appIds", "belong to an allowed-app");
        }
        if (told.qualifier() == null) {
            return;
        }
        if (told.kind() == ExemptionKind.ALLOWED_APP) {
            throw Refusal.invalidField(pointer + "/qualifier", "must be left out: appIds say what is allowed");
        }
        for (var protocol : told.protocols()) {
            var parts = programme.parts(protocol);
            if (!parts.contains(told.qualifier())) {
                throw Refusal.invalidField(
                        pointer + "/qualifier",
                        parts.isEmpty()
                                ? "must be left out: %s speaks of no part of %s"
                                        .formatted(programme.id(), WireName.of(protocol))
                                : "must be one of: " + String.join("; ", parts));
            }
        }
    }

    Instant requestedAt(NewExemption told) {
        return told.requestedAt() == null ? past.now() : told.requestedAt();
    }

    /**
     * One new entry for each protocol.
     *
     * @param draft what is on file, and what was planned before
     * @param isReal whether a refusal belongs into the audit trail
     * @throws Refusal 409 if the rules deny any of them
     */
    List<LedgerEntry> entries(LedgerDraft draft, Tenant tenant, NewExemption told, boolean isReal) {
        var requestedAt = requestedAt(told);
        var prospect = prospect(draft, tenant, told, requestedAt);
        var entries = new ArrayList<LedgerEntry>();
        var denied = new LinkedHashMap<Protocol, Verdict.Denied>();
        for (var protocol : new LinkedHashSet<>(told.protocols())) {
            switch (prospect.judge(protocol, told.qualifier(), told.request(requestedAt))) {
                case Verdict.Granted granted ->
                    entries.add(LedgerEntry.of(
                            key(tenant, told, protocol, requestedAt),
                            told,
                            granted,
                            past.now(),
                            callers.current().name()));
                case Verdict.Denied denial -> denied.put(protocol, denial);
            }
        }
        if (!denied.isEmpty()) {
            throw refuse(tenant, told, denied, prospect, isReal);
        }
        return entries;
    }

    /**
     * An entry that is on file, changed to what is told of it now. The rules are asked again only if what they looked at is different.
     *
     * @throws Refusal 409 if they deny it
     */
    LedgerEntry retell(LedgerDraft draft, LedgerEntry entry, Tenant tenant, NewExemption told, boolean isReal) {
        var isSame = Objects.equals(entry.channel(), told.channel())
                && Objects.equals(entry.reference(), told.reference())
                && Objects.equals(entry.observedOffAt(), told.observedOffAt());
        if (!isSame && entry.kind() != ExemptionKind.SELF_BLOCK) {
            var prospect = prospect(draft.without(entry), tenant, told, entry.requestedAt());
            var request = told.request(entry.requestedAt());
            if (prospect.judge(entry.protocol(), entry.qualifier(), request) instanceof Verdict.Denied denial) {
                throw refuse(tenant, told, Map.of(entry.protocol(), denial), prospect, isReal);
            }
        }
        return entry.retold(told);
    }

    private Prospect prospect(LedgerDraft draft, Tenant tenant, NewExemption told, Instant requestedAt) {
        return Prospect.onFile(
                draft.programme(told.programme()),
                tenant.attributes(),
                draft.facts(tenant.tenantId(), told.programme()),
                LocalDate.ofInstant(requestedAt, ZoneOffset.UTC));
    }

    static LedgerEntry.Key key(Tenant tenant, NewExemption told, Protocol protocol, Instant requestedAt) {
        return new LedgerEntry.Key(
                tenant.tenantId(), told.programme(), protocol, told.qualifier(), told.kind(), requestedAt);
    }

    private Refusal refuse(
            Tenant tenant, NewExemption told, Map<Protocol, Verdict.Denied> denied, Prospect prospect, boolean isReal) {
        var first = denied.entrySet().iterator().next();
        var refusal = ExemptionRefusals.of(
                first.getValue(),
                List.copyOf(denied.keySet()),
                prospect.remaining(first.getKey(), told.qualifier(), requestedAt(told)));
        if (isReal) {
            refused.note(new AuditTrail.Entry(
                    tenant.tenantId(),
                    "refused",
                    Exemptions.KIND,
                    told.programme(),
                    null,
                    Map.of("request", told, "problem", refusal.type().slug()),
                    told.reason()));
        }
        return refusal;
    }
}
