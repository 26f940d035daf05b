package dev.cutoff.timeline.programme;

import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The catalogue: filled from files at start, and then what the database holds. */
@Singleton
public class Catalogue implements ChangeSource {

    private static final Logger LOG = Logger.getLogger(Catalogue.class);

    private final CatalogueFiles files;
    private final CatalogueSettings settings;
    private final ProgrammeStore store;
    private final Announcements announcements;
    private final Contents contents;
    private final Clock clock;
    private volatile Edition edition = Edition.EMPTY;
    private volatile List<CatalogueFile> read = List.of();
    private volatile boolean isLoaded;

    Catalogue(
            CatalogueFiles files,
            CatalogueSettings settings,
            ProgrammeStore store,
            Announcements announcements,
            Contents contents,
            Clock clock) {
        this.files = files;
        this.settings = settings;
        this.store = store;
        this.announcements = announcements;
        this.contents = contents;
        this.clock = clock;
    }

    /** A bad file refuses the start. A database that is not there yet does not: somebody else migrates, and may come second. */
    void start(@Observes StartupEvent event) {
        read = files.read();
        bring();
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void bring() {
        if (isLoaded) {
            return;
        }
        try {
            load(read);
            current().programmes().forEach(programme -> warning(programme).ifPresent(LOG::warn));
            isLoaded = true;
        } catch (BadCatalogue bad) {
            throw bad;
        } catch (RuntimeException e) {
            LOG.warn("The catalogue cannot be brought into the database yet", e);
        }
    }

    /** Whether the database has all that the files have. */
    boolean isLoaded() {
        return isLoaded;
    }

    /**
     * Brings in what the database does not have yet.
     *
     * @throws BadCatalogue if a revision is there with another content: what was announced on a day does not change afterwards
     */
    void load(List<CatalogueFile> files) {
        Callers.as(
                Caller.system("catalogue"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    store.lock();
                    var known = store.read();
                    var isNew = false;
                    for (var file : files) {
                        isNew |= store.save(file.programme());
                        for (var revision : file.programme().revisions()) {
                            isNew |= insert(known, file, revision);
                        }
                    }
                    if (isNew) {
                        store.raiseVersion();
                    }
                    return null;
                }));
    }

    private boolean insert(Edition known, CatalogueFile file, Revision revision) {
        var programme = file.programme().id();
        var same = known.programme(programme).flatMap(before -> before.revision(revision.id()));
        if (same.isPresent()) {
            requireSame(file, same.get(), revision);
            return false;
        }
        announcements.insert(programme, revision);
        return true;
    }

    /** What is on record in other words, because somebody posted it before the file came, is kept as it is. */
    private void requireSame(CatalogueFile file, Revision recorded, Revision revision) {
        var differences = contents.differences(recorded, revision);
        differences.stream()
                .filter(difference -> !difference.isWording())
                .findFirst()
                .ifPresent(difference -> {
                    throw file.contradiction(revision, difference);
                });
        if (!differences.isEmpty()) {
            LOG.warnf(
                    "Revision %s of %s is on record in other words, which are kept (%s)",
                    revision.id(),
                    file.programme().id(),
                    differences.stream().map(Contents.Difference::field).collect(Collectors.joining(", ")));
        }
    }

    /** The catalogue as the database has it now. */
    public Edition current() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var held = edition;
            if (held.version() == store.version()) {
                return held;
            }
            edition = store.read();
            return edition;
        });
    }

    /** What to say of a programme that nobody has compared with the vendor's word for long; empty if it is fresh. */
    public Optional<String> warning(Programme programme) {
        var age = ChronoUnit.DAYS.between(programme.checkedOn(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return age <= settings.staleAfter().toDays()
                ? Optional.empty()
                : Optional.of("%s was last checked against the vendor on %s, %d days ago."
                        .formatted(programme.id(), programme.checkedOn(), age));
    }

    @Override
    public String kind() {
        return Announcements.KIND;
    }

    @Override
    public Map<String, ?> load(Collection<String> ids) {
        var current = current();
        var views = new HashMap<String, RevisionView>();
        current.programmes()
                .forEach(programme -> views(current, programme).stream()
                        .filter(view -> ids.contains(view.id()))
                        .forEach(view -> views.put(view.id(), view)));
        return views;
    }

    /** The revisions of a programme, oldest first. */
    static List<RevisionView> views(Edition edition, Programme programme) {
        return programme.revisions().stream()
                .map(revision -> RevisionView.of(
                        programme.id(),
                        revision,
                        edition.recordedAt().get(RevisionView.idOf(programme.id(), revision))))
                .toList();
    }
}
