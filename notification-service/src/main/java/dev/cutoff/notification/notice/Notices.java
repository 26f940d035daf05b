package dev.cutoff.notification.notice;

import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.DayRange;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reminder.Counted;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The notices as callers see them: one of whose tenants they see, with the items of those that they see. */
@Singleton
public class Notices implements ChangeSource {

    static final String KIND = "notice";

    /** A notice whose text the caller may read. */
    public record Readable(UUID id, String recipient, String locale, ZoneId zone, LocalDate day, Severity severity) {}

    private final NoticeStore store;
    private final DeliveryStore deliveries;
    private final Reminders reminders;
    private final Reach reach;
    private final Tenants tenants;
    private final Callers callers;

    Notices(
            NoticeStore store,
            DeliveryStore deliveries,
            Reminders reminders,
            Reach reach,
            Tenants tenants,
            Callers callers) {
        this.store = store;
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.reach = reach;
        this.tenants = tenants;
        this.callers = callers;
    }

    /** @throws Refusal 400 for days the wrong way round, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<Notice> list(NoticeStore.Filter filter, Paging paging) {
        new DayRange(filter.from(), filter.to()).require();
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> shown(store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging)));
    }

    private Page<Notice> shown(Page<NoticeRow> page) {
        var notices = shown(page.items());
        return new Page<>(
                page.items().stream().map(row -> notices.get(row.id())).toList(),
                page.next(),
                page.following() == null
                        ? null
                        : () -> QuarkusTransaction.requiringNew()
                                .call(() -> shown(page.following().get())));
    }

    private Map<UUID, Notice> shown(List<NoticeRow> rows) {
        var scope = callers.scope();
        var ids = rows.stream().map(NoticeRow::id).toList();
        var items = reminders.shown(ids, scope, Notice.MOST_ITEMS).stream()
                .collect(Collectors.groupingBy(counted -> counted.reminder().noticeId()));
        var attempts = deliveries.latest(ids, Notice.MOST_DELIVERIES).stream()
                .collect(Collectors.groupingBy(Delivery::noticeId));
        var bounces = reach.ofNotices(ids, scope);
        return rows.stream()
                .map(row -> row.shown(
                        items.getOrDefault(row.id(), List.<Counted>of()),
                        attempts.getOrDefault(row.id(), List.of()),
                        bounces.get(row.id()),
                        scope))
                .collect(Collectors.toMap(Notice::id, Function.identity()));
    }

    /** @throws Refusal 404 if there is none, or the caller sees none of its tenants */
    @Transactional
    public Notice get(UUID id) {
        return shown(List.of(find(id))).get(id);
    }

    private NoticeRow find(UUID id) {
        return store.find(List.of(id), callers.scope()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Notice", id));
    }

    /** @throws Refusal 404 if there is none, or the caller does not see all that its text tells */
    @Transactional
    public Readable readable(UUID id) {
        var row = find(id);
        if (!row.isReadableTo(callers.scope())) {
            throw Refusal.notFound("Text of notice", id);
        }
        return new Readable(row.id(), row.person(), row.locale(), row.zone(), row.day(), row.severity());
    }

    /** The mail as it was first tried; empty while it has not been. */
    @Transactional
    public Optional<byte[]> mime(UUID id) {
        return store.mime(id);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Notice> load(Collection<String> ids) {
        var rows = store.find(ids.stream().map(UUID::fromString).toList(), callers.scope());
        return shown(rows).values().stream()
                .collect(Collectors.toMap(notice -> notice.id().toString(), Function.identity()));
    }
}
