package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.page.DayRange;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When things stop, over all tenants: computed page by page in the order of the tenants, as many lines as the page shows. A page costs the
 * same wherever it is. Any other order needs all of them looked at first, and so has a bound; kept are those that the page shows.
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
        new DayRange(filter.from(), filter.to()).require();
        catalogue.current().asked(filter.programme());
        var scope = callers.scope().narrowedTo(filter.tenant());
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
        var reader = new Reader(scope, after == null ? null : after.tenantId());
        // Tenants enough for a page if no more than half of their lines are left out; more each time if dates leave out
        // most.
        var perTenant = Math.max(1, lines.perTenant(filter, moment));
        for (var count = (int) (2 * paging.limit() / perTenant) + 2;
                !reader.isAtEnd;
                count = Math.min(2 * count, MOST_TENANTS_AT_A_TIME)) {
            reader.next(
                    count,
                    filter,
                    moment,
                    lines -> lines.filter(
                                    line -> after == null || CutoffKey.of(line).compareTo(after) > 0)
                            .limit(paging.limit() + 1L - found.size())
                            .forEach(found::add));
            if (found.size() > paging.limit()) {
                var items = List.copyOf(found.subList(0, paging.limit()));
                var cursor = new CutoffPosition(null, CutoffKey.of(items.getLast())).cursor(list);
                return new Page<>(items, cursor, () -> inOrder(list, scope, filter, moment, at(paging, cursor)));
            }
        }
        return Page.whole(List.copyOf(found));
    }

    /** Goes through the tenants of a scope, some at a time, each time in a transaction of its own. */
    private final class Reader {

        private final TenantScope scope;
        private @Nullable UUID from;
        private boolean isAfter;
        private boolean isAtEnd;

        /** @param from the first that may be among them; null for the very first */
        Reader(TenantScope scope, @Nullable UUID from) {
            this.scope = scope;
            this.from = from;
        }

        void next(int count, CutoffFilter filter, Moment moment, Consumer<Stream<CutoffLine>> read) {
            QuarkusTransaction.joiningExisting().run(() -> {
                var some = tenants.next(scope, from, isAfter, count);
                read.accept(lines.of(some, filter, moment));
                isAtEnd = some.size() < count;
                from = isAtEnd ? from : some.getLast().tenantId();
                isAfter = true;
            });
        }
    }

    /** All lines are looked at, and those nearest behind the position kept, as many as the page shows. */
    private Page<CutoffLine> sorted(String list, TenantScope scope, CutoffFilter filter, Moment moment, Paging paging) {
        var order = CutoffOrder.of(paging.sort());
        requireSortable(scope, filter, moment);
        var nearest = new CutoffOrder.Nearest(order, CutoffPosition.of(list, paging), paging.limit() + 1);
        each(scope, filter, moment, nearest::add);
        // An export goes on: it reads them once more and keeps them, instead of once for each page.
        return page(list, order, nearest.inOrder(), paging, following -> {
            var all = all(scope, filter, moment);
            all.sort(Comparator.comparing(order::position, order.positions()));
            return slice(list, order, all, following);
        });
    }

    private Page<CutoffLine> slice(String list, CutoffOrder order, List<CutoffLine> all, Paging paging) {
        var after = CutoffPosition.of(list, paging);
        var rest = all.stream()
                .filter(line -> after == null || order.positions().compare(order.position(line), after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return page(list, order, rest, paging, following -> slice(list, order, all, following));
    }

    /** @param some what comes next in the order: one more than the page shows, if there is more */
    private static Page<CutoffLine> page(
            String list,
            CutoffOrder order,
            List<CutoffLine> some,
            Paging paging,
            Function<Paging, Page<CutoffLine>> next) {
        if (some.size() <= paging.limit()) {
            return Page.whole(some);
        }
        var items = List.copyOf(some.subList(0, paging.limit()));
        var cursor = order.position(items.getLast()).cursor(list);
        return new Page<>(items, cursor, () -> next.apply(at(paging, cursor)));
    }

    private void each(TenantScope scope, CutoffFilter filter, Moment moment, Consumer<CutoffLine> take) {
        var reader = new Reader(scope, null);
        while (!reader.isAtEnd) {
            reader.next(MOST_TENANTS_AT_A_TIME, filter, moment, lines -> lines.forEach(take));
        }
    }

    private List<CutoffLine> all(TenantScope scope, CutoffFilter filter, Moment moment) {
        var all = new ArrayList<CutoffLine>();
        each(scope, filter, moment, all::add);
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
