package dev.cutoff.notification.answer;

import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers as callers see them. */
@Singleton
public class Answers implements ChangeSource {

    static final String KIND = "answer";

    private final AnswerStore store;
    private final Answering answering;
    private final Tenants tenants;
    private final Programmes programmes;
    private final History history;
    private final Callers callers;

    Answers(
            AnswerStore store,
            Answering answering,
            Tenants tenants,
            Programmes programmes,
            History history,
            Callers callers) {
        this.store = store;
        this.answering = answering;
        this.tenants = tenants;
        this.programmes = programmes;
        this.history = history;
        this.callers = callers;
    }

    /** @throws Refusal 400 for a programme that there is not, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<Answer> list(AnswerFilter filter, View view, Paging paging) {
        programmes.requireAsked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, view, paging);
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    @Transactional
    Answer get(UUID id) {
        return find(id);
    }

    private Answer find(UUID id) {
        return store.find(callers.scope(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Answer", id));
    }

    /** What was said before, also of one that was taken back. */
    Page<HistoryEntry> history(UUID id, Paging paging) {
        return history.of(KIND, id, paging);
    }

    /**
     * Takes an answer back.
     *
     * @throws Refusal 404 if there is none or it may not be seen, 428 without and 412 with a wrong {@code ifMatch}
     */
    @Transactional
    void withdraw(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        var seen = find(id);
        store.lock(seen.tenantId(), List.of(seen.clientId()));
        var answer = find(id);
        Versioned.require(ifMatch, answer.version());
        answering.withdraw(answer, reason);
    }

    /** All that was said about these clients of the tenant; part of the transaction that is open. */
    public List<Answer> about(UUID tenant, Collection<UUID> clients) {
        return store.about(tenant, clients);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Answer> load(Collection<String> ids) {
        var answers =
                store.find(callers.scope(), ids.stream().map(UUID::fromString).toList());
        return answers.stream().collect(Collectors.toMap(answer -> answer.id().toString(), Function.identity()));
    }
}
