package dev.cutoff.timeline.programme;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** How a revision comes into the catalogue: by a row, an event and, where somebody posted it, a line in the audit trail. */
@Singleton
public class Announcements {

    static final String KIND = "revision";

    private static final ProblemType SCOPE_TOO_NARROW =
            new ProblemType("scope-too-narrow", 403, "The token does not see all that this would change");

    private static final ProblemType REVISION_EXISTS =
            new ProblemType("revision-exists", 409, "The revision is there with another content");

    private final ProgrammeStore store;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Contents contents;
    private final Clock clock;

    Announcements(ProgrammeStore store, ChangeLog changes, AuditTrail audit, Contents contents, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.contents = contents;
        this.clock = clock;
    }

    /** @throws Refusal 403 unless the caller sees all tenants: what is in the catalogue holds for each */
    public static void requireAll(Callers callers) {
        if (!callers.scope().all()) {
            throw new Refusal(
                    SCOPE_TOO_NARROW,
                    "The catalogue holds for all tenants, so changing it needs a token that sees all; a revision posted with dryRun=true"
                            + " shows what it would change for yours");
        }
    }

    /** @param isNew false if it was there with the same content */
    public record Added(RevisionView revision, boolean isNew) {}

    /**
     * Adds a revision to a programme; one that is there with the same content is left as it is. Call it in a transaction.
     *
     * @throws Refusal 404 if there is no such programme, 409 if it is there with another content
     */
    public Added add(String programme, Revision revision) {
        store.lock();
        requireNoOther(programme, revision);
        var recorded = programme(programme).revision(revision.id());
        if (recorded.isPresent()) {
            return new Added(view(programme, recorded.get()), false);
        }
        insert(programme, revision);
        store.raiseVersion();
        audit.record(List.of(new AuditTrail.Entry(
                ChangeLog.NO_TENANT, "created", KIND, RevisionView.idOf(programme, revision), null, revision, null)));
        return new Added(view(programme, revision), true);
    }

    /** @throws Refusal 404 if there is no such programme, 409 if the revision is there with another content */
    public void requireNoOther(String programme, Revision revision) {
        var known = programme(programme).revision(revision.id());
        var differences =
                known.map(recorded -> contents.differences(recorded, revision)).orElse(List.of());
        if (!differences.isEmpty()) {
            throw new Refusal(
                            REVISION_EXISTS,
                            "Revision %s of %s says something else. What was announced does not change: post a correction as the next sequence"
                                    .formatted(revision.id(), programme))
                    .with(
                            "differences",
                            differences.stream().map(Contents.Difference::field).toList());
        }
    }

    void insert(String programme, Revision revision) {
        store.insert(programme, revision, clock.instant());
        changes.record(KIND, ChangeLog.Change.of(ChangeLog.NO_TENANT, RevisionView.idOf(programme, revision), 1));
    }

    /** Not of the edition in memory: what it would hold before this transaction has ended is not yet so. */
    private Programme programme(String id) {
        return store.read().programme(id).orElseThrow(() -> Refusal.notFound("Programme", id));
    }

    private RevisionView view(String programme, Revision revision) {
        var known = store.read();
        var recordedAt = known.recordedAt().get(RevisionView.idOf(programme, revision));
        return RevisionView.of(programme, revision, recordedAt);
    }
}
