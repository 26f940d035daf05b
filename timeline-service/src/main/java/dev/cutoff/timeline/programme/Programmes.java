package dev.cutoff.timeline.programme;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.Shelf;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Protocol;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The programmes as a caller reads them. */
@Singleton
class Programmes {

    private final Catalogue catalogue;
    private final ProgrammeStore store;
    private final Clock clock;

    Programmes(Catalogue catalogue, ProgrammeStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /** @param knownOn as they were known by the end of that day; null for today */
    Page<ProgrammeSummary> list(@Nullable LocalDate knownOn, Paging paging) {
        var edition = catalogue.current();
        return store.list(day(knownOn), paging)
                .map(row -> new ProgrammeSummary(
                        row.id(),
                        row.title(),
                        row.checkedOn(),
                        edition.programme(row.id()).flatMap(catalogue::warning).orElse(null),
                        row.lastAnnounced(),
                        row.revisions(),
                        row.version()));
    }

    /**
     * @param knownOn as it was known by the end of that day; null for today
     * @throws Refusal 404 if there is no such programme
     */
    ProgrammeView get(String id, @Nullable LocalDate knownOn) {
        var edition = catalogue.current();
        var programme = edition.programme(id).orElseThrow(() -> Refusal.notFound("Programme", id));
        var day = day(knownOn);
        return view(edition, programme.knownOn(day), day);
    }

    /**
     * What was announced about a programme, oldest first.
     *
     * @throws Refusal 404 if there is no such programme
     */
    Page<RevisionView> revisions(String id, @Nullable LocalDate knownOn, Paging paging) {
        var edition = catalogue.current();
        var programme = edition.programme(id).orElseThrow(() -> Refusal.notFound("Programme", id));
        var day = day(knownOn);
        return Shelf.page(
                "revisions|" + id + "|" + knownOn,
                Catalogue.views(edition, programme.knownOn(day)),
                revision -> revision.announced() + "." + "%09d".formatted(revision.sequence()),
                paging);
    }

    /** @throws Refusal 404 if there is no such programme or revision */
    RevisionView revision(String id, String revision) {
        var edition = catalogue.current();
        return edition.programme(id).stream()
                .flatMap(programme -> Catalogue.views(edition, programme).stream())
                .filter(view -> view.id().equals(id + "@" + revision))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Revision", id + "@" + revision));
    }

    /** Every protocol, with the programmes that have ever spoken of it. */
    Page<ProtocolView> protocols(Paging paging) {
        var edition = catalogue.current();
        return Shelf.page(
                "protocols",
                Arrays.stream(Protocol.values())
                        .map(protocol -> ProtocolView.of(protocol, edition))
                        .toList(),
                view -> WireName.of(view.protocol()),
                paging);
    }

    private LocalDate day(@Nullable LocalDate knownOn) {
        if (knownOn != null && (knownOn.getYear() < 1 || knownOn.getYear() > 9999)) {
            throw Refusal.invalidParameter("knownOn", "must lie in the years 0001 to 9999");
        }
        return knownOn == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : knownOn;
    }

    /** As the transaction that is open, if any, has written it: the edition in memory is only ever what has been committed. */
    ProgrammeView written(String id) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var edition = store.read();
            var day = day(null);
            return view(edition, edition.named(id, "").knownOn(day), day);
        });
    }

    private ProgrammeView view(Edition edition, Programme programme, LocalDate day) {
        return new ProgrammeView(
                programme.id(),
                programme.title(),
                programme.checkedOn(),
                catalogue.warning(programme).orElse(null),
                day,
                Catalogue.views(edition, programme),
                edition.version());
    }
}
