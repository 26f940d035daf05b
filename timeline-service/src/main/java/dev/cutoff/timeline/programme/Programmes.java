package dev.cutoff.timeline.programme;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.Programme;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    Page<ProgrammeSummary> list(Paging paging) {
        var edition = catalogue.current();
        return store.list(paging)
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
        if (knownOn != null && (knownOn.getYear() < 1 || knownOn.getYear() > 9999)) {
            throw Refusal.invalidParameter("knownOn", "must lie in the years 0001 to 9999");
        }
        var day = knownOn == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : knownOn;
        return view(edition, programme.knownOn(day), day);
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
