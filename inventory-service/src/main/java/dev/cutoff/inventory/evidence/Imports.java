package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.evidence.format.BrokenArchive;
import dev.cutoff.inventory.evidence.format.EvidenceFormat;
import dev.cutoff.inventory.evidence.format.Formats;
import dev.cutoff.inventory.evidence.format.ListFormat;
import dev.cutoff.inventory.evidence.format.Opening;
import dev.cutoff.inventory.evidence.format.SignInFormat;
import dev.cutoff.inventory.evidence.format.Unpacked;
import dev.cutoff.inventory.evidence.format.Utf8;
import dev.cutoff.inventory.signin.SignIns;
import dev.cutoff.inventory.tenant.Tenants;
import dev.cutoff.inventory.vocabulary.Vocabulary;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes evidence in: detects its format, stages it while it arrives, and leaves the rest to whoever merges it. */
@Singleton
class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    /** @param isReplayed the request came before, and this is what came of it */
    record Accepted(UUID id, ImportStatus status, boolean isReplayed) {}

    private static final ProblemType INCOMPLETE =
            new ProblemType("incomplete-body", 400, "The body did not arrive whole");
    private static final ProblemType BROKEN_ARCHIVE =
            new ProblemType("broken-archive", 400, "The body cannot be unpacked");
    private static final ProblemType OVER = new ProblemType("import-over", 409, "The import is over");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportStore store;
    private final Staging staging;
    private final Merger merger;
    private final Stalls stalls;
    private final Tenants tenants;
    private final Callers callers;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private final ObjectMapper json;
    private final EvidenceConfig config;
    private final PhaseTimes times;
    private final Semaphore uploads;

    Imports(
            ImportStore store,
            Staging staging,
            Merger merger,
            Stalls stalls,
            Tenants tenants,
            Callers callers,
            Vocabulary vocabulary,
            Clock clock,
            ObjectMapper json,
            EvidenceConfig config,
            PhaseTimes times) {
        this.store = store;
        this.staging = staging;
        this.merger = merger;
        this.stalls = stalls;
        this.tenants = tenants;
        this.callers = callers;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.json = json;
        this.config = config;
        this.times = times;
        this.uploads = new Semaphore(config.uploads(), true);
    }

    /**
     * Stages a body; when this returns it is safe, and will be merged.
     *
     * @param wish how it is to be taken
     * @param key the {@code Idempotency-Key}, if there is one
     * @throws Refusal 400 for a day that has not come, 404 for a tenant that may not be seen, 415 for a format that is not understood, 422 for a key of another body
     */
    Accepted accept(UUID tenant, InputStream body, Wish wish, @Nullable String key) {
        var dated = wish.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        tenants.get(tenant);
        waitForRoom();
        try (var watched = stalls.watch(body)) {
            var metered = new MeteredBody(watched, key != null);
            var content = Utf8.of(Unpacked.of(metered));
            var opening = Opening.of(content);
            var format = Formats.of(opening).orElseThrow(() -> notUnderstood(opening));
            var upload = new Upload(tenant, UUID.randomUUID(), dated, metered, key, opening, opening.andThen(content));
            var accepted = QuarkusTransaction.requiringNew()
                    .timeout((int) config.longestUpload().toSeconds())
                    .call(() -> stage(upload, format));
            merger.nudge();
            return accepted;
        } catch (IOException e) {
            throw refusal(e);
        } finally {
            uploads.release();
        }
    }

    private record Upload(
            UUID tenant,
            UUID id,
            Wish wish,
            MeteredBody metered,
            @Nullable String key,
            Opening opening,
            InputStream content) {}

    private void waitForRoom() {
        try {
            if (!uploads.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(
                        ProblemType.UNAVAILABLE,
                        "Too many imports are arriving at once; send this one again in a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Refusal notUnderstood(Opening opening) {
        return new Refusal(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The content is none of the formats that are understood here; see understood and seen")
                .with("understood", Formats.described())
                .with("seen", opening.seen());
    }

    private static Refusal refusal(IOException failure) {
        if (failure instanceof BrokenArchive archive) {
            return new Refusal(
                    archive.isTooLarge() ? ProblemType.TOO_LARGE : BROKEN_ARCHIVE,
                    String.valueOf(archive.getMessage()));
        }
        LOG.infof("An import broke off: %s", failure.getMessage());
        return new Refusal(INCOMPLETE, "The connection ended or stalled before the last byte; send it again");
    }

    private Accepted stage(Upload upload, EvidenceFormat<?> format) {
        try {
            var sentBy = callers.current().name();
            if (!store.begin(upload.tenant(), upload.id(), format.name(), upload.wish(), sentBy, upload.key())) {
                return replay(upload, sentBy);
            }
            var shape = format instanceof SignInFormat ? Staging.Shape.SIGN_IN : Staging.Shape.ITEM;
            staging.create(upload.id(), shape);
            var took = times.begin();
            var intake = read(upload, format);
            took.ends(Phase.STAGING);
            LOG.infof(
                    "Import staged, import=%s tenant=%s rows=%d bytes=%d ms=[%s]",
                    upload.id(),
                    upload.tenant(),
                    intake.rows(),
                    upload.metered().bytes(),
                    took);
            store.staged(
                    upload.tenant(),
                    upload.id(),
                    fingerprint(upload),
                    upload.metered().bytes(),
                    intake);
            var failure = intake.failure();
            if (failure != null) {
                return failed(upload, failure);
            }
            return new Accepted(upload.id(), ImportStatus.RUNNING, false);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private Intake<?> read(Upload upload, EvidenceFormat<?> format) throws IOException {
        return switch (format) {
            case SignInFormat signIns -> readSignIns(upload, signIns);
            case ListFormat list -> readList(upload, list);
        };
    }

    private Intake<?> readSignIns(Upload upload, SignInFormat format) throws IOException {
        var judge = new SignIns(upload.tenant(), latest(), vocabulary);
        var intake = staging.copy(Staging.rows(upload.id()), SignInIntake.COLUMNS, copy -> {
            var taking = new SignInIntake(copy, format, judge);
            taking.take(format, upload.opening(), upload.content());
            return taking;
        });
        staging.writeTraits(upload.id(), intake.traits().all());
        staging.writeDays(upload.id(), intake.dayCounts().counts());
        return intake;
    }

    private Intake<?> readList(Upload upload, ListFormat format) throws IOException {
        return staging.copy(Staging.rows(upload.id()), ListIntake.COLUMNS, copy -> {
            var taking = new ListIntake(copy, json);
            taking.take(format, upload.opening(), upload.content());
            return taking;
        });
    }

    /** Tomorrow, by whichever clock is ahead: a log is never of the future, but clocks differ. */
    private Instant latest() {
        var now = clock.instant();
        var real = store.realTime();
        return (now.isAfter(real) ? now : real).plus(Duration.ofDays(1));
    }

    private Accepted failed(Upload upload, String failure) {
        store.keepStagedErrors(upload.tenant(), upload.id());
        staging.drop(upload.id());
        store.fail(upload.tenant(), upload.id(), failure);
        return new Accepted(upload.id(), ImportStatus.FAILED, false);
    }

    private Accepted replay(Upload upload, String sentBy) throws IOException {
        var first = store.keyed(upload.tenant(), sentBy, String.valueOf(upload.key()));
        if (!first.fingerprint().equals(fingerprint(upload))) {
            throw new Refusal(
                    ProblemType.KEY_REUSED, "Take a new Idempotency-Key for another body or other parameters");
        }
        return new Accepted(first.id(), first.status(), true);
    }

    private static String fingerprint(Upload upload) throws IOException {
        return upload.metered().fingerprint() + upload.wish().mark();
    }

    @Transactional
    Import get(UUID id) {
        return store.find(id, callers.scope()).orElseThrow(() -> Refusal.notFound("Import", id));
    }

    /**
     * Stops an import: at once if it is waiting, else at the merge's next step, which undoes what it has done.
     *
     * @throws Refusal 404, or 409 if it is over
     */
    @Transactional
    Import cancel(UUID id) {
        var found = get(id);
        if (found.status() != ImportStatus.RUNNING) {
            throw new Refusal(OVER, "It is " + WireName.of(found.status()) + "; what it brought stays");
        }
        store.ask(found.tenantId(), id);
        if (store.cancel(found.tenantId(), id)) {
            staging.drop(id);
        }
        return get(id);
    }

    Page<Import> list(@Nullable UUID tenant, @Nullable ImportStatus status, Paging paging) {
        return store.list(tenants.scope(tenant), status, paging);
    }

    Page<ImportError> errors(UUID id, Paging paging) {
        var found = QuarkusTransaction.joiningExisting().call(() -> get(id));
        return store.errors(found.tenantId(), id, paging);
    }
}
