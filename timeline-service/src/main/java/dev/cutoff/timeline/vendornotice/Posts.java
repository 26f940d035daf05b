package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.post.Post;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The Message Center posts of tenants: what is plain is filed as a vendor notice, the rest waits for a person. */
@Singleton
class Posts {

    /** @param isNew false if the same text was on file already */
    record Received(RecordedPost post, boolean isNew) {}

    private static final String KIND = "post";
    private static final ProblemType ALREADY_DECIDED =
            new ProblemType("already-decided", 409, "What the post means has been decided");

    private final PostStore store;
    private final PostReader reader;
    private final VendorNotices notices;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Past past;
    private final Callers callers;

    Posts(
            PostStore store,
            PostReader reader,
            VendorNotices notices,
            Catalogue catalogue,
            Tenants tenants,
            AuditTrail audit,
            Past past,
            Callers callers) {
        this.store = store;
        this.reader = reader;
        this.notices = notices;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.audit = audit;
        this.past = past;
        this.callers = callers;
    }

    /**
     * Takes posts of one tenant, in any order and any number of times: the same text is one post.
     *
     * @throws Refusal 400 or 404
     */
    List<Received> receive(UUID tenantId, List<Post> posts) {
        posts.forEach(post -> past.require(post.publishedAt(), "/lastModifiedDateTime"));
        tenants.require(tenantId);
        return QuarkusTransaction.joiningExisting().call(() -> {
            tenants.lock(List.of(tenantId));
            var received = new ArrayList<Received>();
            for (var post : posts) {
                received.add(receive(tenantId, post));
            }
            return received;
        });
    }

    private Received receive(UUID tenantId, Post post) {
        var known = store.find(tenantId, post.message(), PostReader.fingerprint(post));
        if (known.isPresent()) {
            return new Received(known.get(), false);
        }
        var read = reader.read(tenantId, post, catalogue.current());
        var settled = read.state() == PostState.FILED ? file(read) : read;
        store.save(List.of(settled));
        audit.record(List.of(entry("received", null, settled, null)));
        return new Received(settled, true);
    }

    /** What reads plainly and still cannot be filed, waits with the reason. */
    private RecordedPost file(RecordedPost post) {
        try {
            return filed(post);
        } catch (Refusal refusal) {
            return post.waiting("It cannot be filed: " + refusal.getMessage());
        }
    }

    private RecordedPost filed(RecordedPost post) {
        var notice = new NewVendorNotice(
                String.valueOf(post.programme()),
                post.protocols(),
                post.kind(),
                post.day(),
                post.message(),
                post.publishedAt());
        return post.filed(notices.tell(post.tenantId(), notice).notice().id());
    }

    Page<RecordedPost> list(
            @Nullable UUID tenant,
            @Nullable String programme,
            @Nullable PostState state,
            @Nullable String message,
            Paging paging) {
        catalogue.current().asked(programme);
        var scope = callers.scope().narrowedTo(tenant);
        if (tenant != null) {
            tenants.require(tenant);
        }
        return store.list(scope, programme, state, message, paging);
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    @Transactional
    RecordedPost get(UUID id) {
        return find(id);
    }

    private RecordedPost find(UUID id) {
        return store.find(callers.scope(), id).orElseThrow(() -> Refusal.notFound("Post", id));
    }

    /** @throws Refusal 400, 404, 428, 412, or 409 if it was filed before */
    RecordedPost decide(UUID id, @Nullable String ifMatch, PostDecision decision) {
        return change(id, ifMatch, "filed", decision.reason(), post -> {
            var programme = decision.programme() == null ? post.programme() : decision.programme();
            if (programme == null) {
                throw Refusal.invalidField("/programme", "must be given: none was recognised");
            }
            var understood = post.understood(
                    PostState.WAITING,
                    programme,
                    decision.protocols() == null ? post.protocols() : decision.protocols(),
                    decision.kind(),
                    decision.day(),
                    "Decided by a person.");
            return filed(understood);
        });
    }

    /** @throws Refusal 404, 428, 412, or 409 if it was filed before */
    RecordedPost dismiss(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        return change(
                id,
                ifMatch,
                "dismissed",
                reason,
                post -> post.understood(
                        PostState.DISMISSED, post.programme(), post.protocols(), post.kind(), post.day(), post.why()));
    }

    private RecordedPost change(
            UUID id,
            @Nullable String ifMatch,
            String action,
            @Nullable String reason,
            UnaryOperator<RecordedPost> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            tenants.lock(List.of(find(id).tenantId()));
            var before = find(id);
            Versioned.require(ifMatch, before.version());
            if (before.state() == PostState.FILED || before.state() == PostState.DISMISSED) {
                throw new Refusal(
                        ALREADY_DECIDED, "It was decided; tell of what it means as a vendor notice of its own");
            }
            var after =
                    change.apply(before).decided(past.now(), callers.current().name());
            store.save(List.of(after));
            audit.record(List.of(entry(action, before, after, reason)));
            return after;
        });
    }

    private static AuditTrail.Entry entry(
            String action, @Nullable RecordedPost before, RecordedPost after, @Nullable String reason) {
        return new AuditTrail.Entry(after.tenantId(), action, KIND, after.id().toString(), before, after, reason);
    }
}
