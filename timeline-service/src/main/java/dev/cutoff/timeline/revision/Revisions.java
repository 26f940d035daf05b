package dev.cutoff.timeline.revision;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.programme.Announcements;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Announcements that somebody posts: first to see what they would change, then for good. */
@Singleton
class Revisions {

    private final Catalogue catalogue;
    private final Announcements announcements;
    private final Differences differences;
    private final Past past;
    private final Callers callers;

    Revisions(Catalogue catalogue, Announcements announcements, Differences differences, Past past, Callers callers) {
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.differences = differences;
        this.past = past;
        this.callers = callers;
    }

    /**
     * What it would change for the tenants that the caller may see.
     *
     * @throws Refusal 400, 404, or 409 as if it were posted
     */
    Page<RevisionDifference> preview(String id, NewRevision told, int limit, @Nullable String cursor) {
        var revision = revision(told);
        var programme = programme(id);
        QuarkusTransaction.joiningExisting().run(() -> announcements.requireNoOther(id, revision));
        return differences.page(programme, revision, limit, cursor);
    }

    /** @throws Refusal 403 unless the caller sees all tenants, as it holds for each; 400, 404 or 409 */
    Announcements.Added post(String id, NewRevision told) {
        Announcements.requireAll(callers);
        var revision = revision(told);
        programme(id);
        return QuarkusTransaction.joiningExisting().call(() -> announcements.add(id, revision));
    }

    private Revision revision(NewRevision told) {
        var revision = told.revision();
        past.require(revision.announced().atStartOfDay(revision.zone()).toInstant(), "/announced");
        return revision;
    }

    private Programme programme(String id) {
        return catalogue.current().programme(id).orElseThrow(() -> Refusal.notFound("Programme", id));
    }
}
