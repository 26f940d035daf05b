package dev.cutoff.timeline.revision;

import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.page.Cursor;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a revision would change for whom, tenant by tenant, as many as the page needs. */
@Singleton
class Differences {

    private static final int TENANTS_AT_A_TIME = 100;

    /** A place in the list: the tenant, and how many of its differences were shown. */
    private record Place(UUID tenant, int shown) {

        static @Nullable Place of(String list, @Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            var parts = Cursor.decode(list, cursor, 2);
            try {
                return new Place(StrictJson.parseUuid(parts.getFirst()), Integer.parseInt(parts.getLast()));
            } catch (IllegalArgumentException e) {
                throw new Refusal(ProblemType.INVALID_CURSOR, "Leave the cursor out to start again");
            }
        }

        String cursor(String list) {
            return Cursor.encode(list, List.of(tenant.toString(), Integer.toString(shown)));
        }
    }

    private final Tenants tenants;
    private final FactsOnFile onFile;
    private final Callers callers;
    private final Clock clock;

    Differences(Tenants tenants, FactsOnFile onFile, Callers callers, Clock clock) {
        this.tenants = tenants;
        this.onFile = onFile;
        this.callers = callers;
        this.clock = clock;
    }

    /** Over the tenants that the caller may see, in the order of their ids. */
    Page<RevisionDifference> page(Programme programme, Revision revision, int limit, @Nullable String cursor) {
        var list = Integer.toHexString((programme.id() + revision).hashCode());
        var place = Place.of(list, cursor);
        var now = clock.instant();
        var withRevision = programme.with(revision);
        var found = new ArrayList<RevisionDifference>();
        var from = place == null ? null : place.tenant();
        for (var isAfter = false; ; isAfter = true) {
            var some = some(programme, withRevision, now, from, isAfter);
            for (var difference : some.differences()) {
                found.add(difference);
            }
            var skipped = place == null ? 0 : skipped(found, place);
            if (found.size() - skipped > limit) {
                var items = List.copyOf(found.subList(skipped, skipped + limit));
                var last = items.getLast().tenantId();
                var shown = (int) found.subList(0, skipped + limit).stream()
                        .filter(difference -> difference.tenantId().equals(last))
                        .count();
                return new Page<>(items, new Place(last, shown).cursor(list), null);
            }
            if (some.last() == null) {
                return Page.whole(List.copyOf(found.subList(skipped, found.size())));
            }
            from = some.last();
        }
    }

    /** Those of the first tenant that the page before has shown. */
    private static int skipped(List<RevisionDifference> found, Place place) {
        var ofTenant = found.stream()
                .takeWhile(difference -> difference.tenantId().equals(place.tenant()))
                .count();
        return (int) Math.min(place.shown(), ofTenant);
    }

    /** @param last tenant that was looked at; null if there are no more */
    private record Some(
            List<RevisionDifference> differences, @Nullable UUID last) {}

    private Some some(Programme programme, Programme withRevision, Instant now, @Nullable UUID from, boolean isAfter) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var next = tenants.next(callers.scope(), from, isAfter, TENANTS_AT_A_TIME);
            var facts = onFile.of(next.stream().map(tenant -> tenant.tenantId()).toList());
            var differences = next.stream()
                    .flatMap(tenant -> new TenantDifference(
                                    tenant, programme, withRevision, facts.of(tenant.tenantId(), programme.id()), now)
                            .differences().stream())
                    .toList();
            return new Some(
                    differences,
                    next.size() < TENANTS_AT_A_TIME ? null : next.getLast().tenantId());
        });
    }
}
