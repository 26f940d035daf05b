package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When things stop, over all tenants: computed page by page in the order of the tenants, as many as the page needs. A page costs the same
 * wherever it is. Any other order needs all of them first, and so has a bound.
 */
@Singleton
class Cutoffs {

    private static final long MOST_TO_SORT = 100_000;
    private static final int MOST_TENANTS_AT_A_TIME = 500;

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final CutoffLines lines;
    private final Callers callers;

    Cutoffs(Tenants tenants, Catalogue catalogue, CutoffLines lines, Callers callers) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.lines = lines;
        this.callers = callers;
    }

    /** @throws Refusal 400 or 404 */
    Page<CutoffLine> list(CutoffFilter filter, Moment moment, Paging paging) {
        filter.requireSpan();
        var scope = callers.scope().narrowedTo(filter.tenant());
        catalogue.current().asked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        // Not the moment: without `at` it is another for each page, and a place in the list does not depend on it.
        var list = Integer.toHexString((filter + "|" + paging.sort()).hashCode());
        return paging.sort() == null || paging.sort().isEmpty()
                ? inOrder(list, scope, filter, moment, paging)
                : sorted(list, scope, filter, moment, paging);
    }

    private Page<CutoffLine> inOrder(
            String list, TenantScope scope, CutoffFilter filter, Moment moment, Paging paging) {
        var position = CutoffPosition.of(list, paging);
        var after = position == null ? null : position.key();
        var found = new ArrayList<CutoffLine>();
        UUID from = after == null ? null : after.tenantId();
        var isAfter = false;
        // Enough tenants for a page if each has a few lines; more each time if the filter leaves out most of them.
        for (var count = paging.limit() / 4 + 2; ; count = Math.min(2 * count, MOST_TENANTS_AT_A_TIME)) {
            var next = next(scope, from, isAfter, count, filter, moment);
            next.lines().stream()
                    .filter(line -> after == null || CutoffKey.of(line).compareTo(after) > 0)
                    .forEach(found::add);
            if (found.size() > paging.limit()) {
                var items = List.copyOf(found.subList(0, paging.limit()));
                var cursor = new CutoffPosition(null, CutoffKey.of(items.getLast())).cursor(list);
                return new Page<>(items, cursor, () -> inOrder(list, scope, filter, moment, at(paging, cursor)));
            }
            if (next.last() == null) {
                return Page.whole(List.copyOf(found));
            }
            from = next.last();
            isAfter = true;
        }
    }

    private CutoffLines.Chunk next(
            TenantScope scope, @Nullable UUID from, boolean isAfter, int count, CutoffFilter filter, Moment moment) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var some = tenants.next(scope, from, isAfter, count);
            return new CutoffLines.Chunk(
                    lines.of(some, filter, moment),
                    some.size() < count ? null : some.getLast().tenantId());
        });
    }

    private Page<CutoffLine> sorted(String list, TenantScope scope, CutoffFilter filter, Moment moment, Paging paging) {
        var order = CutoffOrder.of(paging.sort());
        requireSortable(scope, filter, moment);
        var all = all(scope, filter, moment);
        all.sort(Comparator.comparing(order::position, order.positions()));
        return slice(list, order, all, paging);
    }

    private Page<CutoffLine> slice(String list, CutoffOrder order, List<CutoffLine> all, Paging paging) {
        var after = CutoffPosition.of(list, paging);
        var rest = all.stream()
                .filter(line -> after == null || order.positions().compare(order.position(line), after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        if (rest.size() <= paging.limit()) {
            return Page.whole(rest);
        }
        var items = rest.subList(0, paging.limit());
        var cursor = order.position(items.getLast()).cursor(list);
        return new Page<>(items, cursor, () -> slice(list, order, all, at(paging, cursor)));
    }

    private List<CutoffLine> all(TenantScope scope, CutoffFilter filter, Moment moment) {
        var all = new ArrayList<CutoffLine>();
        UUID from = null;
        do {
            var next = next(scope, from, from != null, MOST_TENANTS_AT_A_TIME, filter, moment);
            all.addAll(next.lines());
            from = next.last();
        } while (from != null);
        return all;
    }

    /** Of what would have to be computed, not of what the dates then leave: that is only known afterwards. */
    private void requireSortable(TenantScope scope, CutoffFilter filter, Moment moment) {
        var most = tenants.count(scope) * lines.perTenant(filter, moment);
        if (most > MOST_TO_SORT) {
            throw new Refusal(
                    ProblemType.NARROW_THE_FILTER,
                    "Sorting needs up to %d lines and may have %d: narrow the filter to a tenant, programme or protocol, or leave out sort"
                            .formatted(most, MOST_TO_SORT));
        }
    }

    private static Paging at(Paging paging, String cursor) {
        return new Paging(paging.limit(), cursor, paging.sort());
    }
}
