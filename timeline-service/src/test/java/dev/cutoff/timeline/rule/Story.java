package dev.cutoff.timeline.rule;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tenant, and what happens to it, told in few words. */
final class Story {

    static final Programme BASIC_AUTH = CatalogueInTests.programme("exchange-online-basic-auth");

    private final Programme programme;
    private final TenantAttributes tenant;
    private final List<VendorNotice> notices = new ArrayList<>();
    private final List<Exemption> exemptions = new ArrayList<>();

    Story(Programme programme, TenantAttributes tenant) {
        this.programme = programme;
        this.tenant = tenant;
    }

    Story(Programme programme, Cloud cloud, LocalDate createdOn) {
        this(programme, new TenantAttributes(cloud, createdOn));
    }

    /** A worldwide tenant of 2016, in another programme of the catalogue. */
    static Story of(String programme) {
        return new Story(CatalogueInTests.programme(programme), Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"));
    }

    /** A worldwide tenant of 2016, in the programme of the catalogue. */
    static Story worldwide() {
        return new Story(BASIC_AUTH, Cloud.WORLDWIDE, LocalDate.parse("2016-04-11"));
    }

    static Story in(Cloud cloud) {
        return new Story(BASIC_AUTH, cloud, null);
    }

    /** The vendor says something about these protocols; about all that is being rolled out if none is named. */
    Story vendorSays(VendorNoticeKind kind, String day, String publishedAt, Protocol... protocols) {
        var named = List.of(protocols);
        notices.add(new VendorNotice(
                named.isEmpty() ? prospect(Instant.parse(publishedAt)).rolledOut() : named,
                named,
                kind,
                day == null ? null : LocalDate.parse(day),
                "MC" + (400000 + notices.size()),
                Instant.parse(publishedAt),
                Instant.parse(publishedAt)));
        return this;
    }

    Verdict asks(ExemptionRequest request, Protocol protocol) {
        return asks(request, protocol, null);
    }

    Verdict asks(ExemptionRequest request, Protocol protocol, String qualifier) {
        return prospect(request.requestedAt()).judge(protocol, qualifier, request);
    }

    Verdict asks(ExemptionKind kind, String requestedAt, Protocol protocol) {
        return asks(request(kind, requestedAt), protocol);
    }

    static ExemptionRequest request(ExemptionKind kind, String requestedAt) {
        return new ExemptionRequest(kind, Instant.parse(requestedAt), null, null, null);
    }

    /** The tenant asks, and it is granted. */
    Story obtains(ExemptionKind kind, String requestedAt, Protocol protocol) {
        return obtains(request(kind, requestedAt), protocol);
    }

    Story obtains(ExemptionRequest request, Protocol protocol) {
        return obtains(request, protocol, null);
    }

    /** The same for a part of the protocol. */
    Story obtains(ExemptionRequest request, Protocol protocol, String qualifier) {
        switch (asks(request, protocol, qualifier)) {
            case Verdict.Granted granted -> exemptions.add(exemption(request, protocol, qualifier, granted));
            case Verdict.Denied denied -> throw new AssertionError(denied);
        }
        return this;
    }

    private static Exemption exemption(
            ExemptionRequest request, Protocol protocol, String qualifier, Verdict.Granted granted) {
        return new Exemption(
                UUID.randomUUID(),
                protocol,
                request.kind(),
                request.requestedAt(),
                request.requestedAt(),
                null,
                granted.from(),
                granted.until(),
                null,
                request.observedOffAt(),
                new Scope(qualifier, false, List.of()));
    }

    /** The tenant sets the list of the apps that it lets through; it works when a change has got about. */
    Story allows(String requestedAt, Protocol protocol, String... apps) {
        obtains(request(ExemptionKind.ALLOWED_APP, requestedAt), protocol);
        var list = exemptions.removeLast();
        exemptions.add(new Exemption(
                list.id(),
                list.protocol(),
                list.kind(),
                list.requestedAt(),
                list.recordedAt(),
                null,
                list.worksFrom(),
                list.worksUntil(),
                null,
                null,
                new Scope(null, false, List.of(apps))));
        return this;
    }

    Story confirmedAt(String at) {
        var last = exemptions.removeLast();
        exemptions.add(new Exemption(
                last.id(),
                last.protocol(),
                last.kind(),
                last.requestedAt(),
                last.recordedAt(),
                Instant.parse(at),
                last.worksFrom(),
                last.worksUntil(),
                last.revokedAt(),
                last.observedOffAt(),
                last.scope()));
        return this;
    }

    Story revokedAt(String at) {
        var last = exemptions.removeLast();
        exemptions.add(new Exemption(
                last.id(),
                last.protocol(),
                last.kind(),
                last.requestedAt(),
                last.recordedAt(),
                last.confirmedAt(),
                last.worksFrom(),
                last.worksUntil(),
                Instant.parse(at),
                last.observedOffAt(),
                last.scope()));
        return this;
    }

    /** As somebody asks at that moment, knowing what is known on that day. */
    Outlook at(String at, Protocol protocol) {
        return at(at, at.substring(0, 10), protocol);
    }

    Outlook at(String at, String knownOn, Protocol protocol) {
        return Prospect.of(programme, tenant, facts(), LocalDate.parse(knownOn))
                .at(Instant.parse(at), line -> line.protocol() == protocol)
                .getFirst();
    }

    /** The same for one of several lines of a protocol. */
    Outlook at(String at, String knownOn, Line line) {
        return Prospect.of(programme, tenant, facts(), LocalDate.parse(knownOn))
                .at(Instant.parse(at), line::equals)
                .getFirst();
    }

    ExemptionStanding standingOfLast(String at) {
        var day = LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC);
        return Prospect.of(programme, tenant, facts(), day).standing(exemptions.getLast(), Instant.parse(at));
    }

    /** What the vendor's last word contradicts, as somebody sees it who looks on that day. */
    List<String> disputesOfLastNotice(String day) {
        return Prospect.of(programme, tenant, facts(), LocalDate.parse(day)).disputes(notices.getLast()).stream()
                .map(dispute -> Words.of(dispute.protocol()) + ": " + dispute.reason())
                .toList();
    }

    Facts facts() {
        return new Facts(List.copyOf(notices), List.copyOf(exemptions));
    }

    private Prospect prospect(Instant requestedAt) {
        return Prospect.onFile(programme, tenant, facts(), LocalDate.ofInstant(requestedAt, ZoneOffset.UTC));
    }
}
