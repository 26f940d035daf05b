package dev.cutoff.notification.page;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.affected.ToldClient;
import dev.cutoff.notification.affected.ToldClients;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.answer.PersonalAnswers;
import dev.cutoff.notification.link.Link;
import dev.cutoff.notification.link.Links;
import dev.cutoff.notification.link.Opening;
import dev.cutoff.notification.link.Purpose;
import dev.cutoff.notification.notice.Arrivals;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reach.RecipientReason;
import dev.cutoff.notification.reminder.Heard;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the pages show and do. Whoever has a link acts for the person that it was made for, and sees and changes nothing else. */
@Singleton
class Pages {

    static final int ON_A_PAGE = 25;
    static final int MOST_AT_ONCE = 1000;

    /** What became of something that was sent. */
    sealed interface Sent {

        /** @param clients how many */
        record Kept(int clients) implements Sent {}

        /** None of the chosen clients is theirs any more. */
        record Gone() implements Sent {}

        /** Nothing was chosen. */
        record Nothing() implements Sent {}

        /** @param refusal which parts are wrong */
        record Refused(Refusal refusal) implements Sent {}
    }

    private final Links links;
    private final ToldClients clients;
    private final PersonalAnswers answers;
    private final Tenants tenants;
    private final Arrivals arrivals;
    private final Reach reach;
    private final Reminders reminders;
    private final PageWriter writer;

    Pages(
            Links links,
            ToldClients clients,
            PersonalAnswers answers,
            Tenants tenants,
            Arrivals arrivals,
            Reach reach,
            Reminders reminders,
            PageWriter writer) {
        this.links = links;
        this.clients = clients;
        this.answers = answers;
        this.tenants = tenants;
        this.arrivals = arrivals;
        this.reach = reach;
        this.reminders = reminders;
        this.writer = writer;
    }

    Opening open(Purpose purpose, String token) {
        return asSystem(() -> links.open(purpose, token));
    }

    /** @param page from 1; one that there is not is the nearest that there is */
    PageView view(Link link, PageWriter.Asked asked, int page) {
        return asSystem(() -> {
            var person = link.person();
            var total = clients.count(person);
            var of = Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
            var at = Math.clamp(page, 1, of);
            var shown = clients.page(person, (at - 1) * ON_A_PAGE, ON_A_PAGE);
            var byTenant = shown.stream()
                    .collect(Collectors.groupingBy(
                            ToldClient::tenantId, Collectors.mapping(ToldClient::clientId, Collectors.toList())));
            var known =
                    tenants.find(byTenant.keySet()).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
            var said = new ArrayList<Answer>();
            var before = new ArrayList<Heard>();
            byTenant.forEach((tenant, theirs) -> {
                said.addAll(answers.of(person, tenant, theirs));
                before.addAll(reminders.heardBefore(person, tenant, theirs));
            });
            return writer.write(
                    person, shown, known, clients.cutoffs(byTenant.keySet()), said, before, total, of, at, asked);
        });
    }

    Sent answer(Link link, Form form) {
        if (form.clients().isEmpty() && !form.all()) {
            return new Sent.Nothing();
        }
        var theirs = asSystem(() -> open(link.person(), form));
        if (theirs.isEmpty()) {
            return new Sent.Gone();
        }
        var about = about(theirs);
        try {
            // With the sight of what is answered for, and of nothing else.
            var holder = new Caller(
                    "link:" + link.id(),
                    TenantScope.of(about.keySet().stream().map(Tenant::id).collect(Collectors.toSet())));
            Callers.as(
                    holder,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        answers.take(link.person(), about, form.word());
                        return true;
                    }));
            return new Sent.Kept(theirs.size());
        } catch (Refusal refusal) {
            return new Sent.Refused(refusal);
        }
    }

    /** Those that are theirs now and are not over with, whatever the page of some days ago says. */
    private List<ToldClient> open(String person, Form form) {
        var theirs = form.all() ? clients.page(person, 0, MOST_AT_ONCE) : clients.among(person, form.clients());
        return theirs.stream().filter(client -> !client.resolved()).toList();
    }

    private Map<Tenant, List<UUID>> about(List<ToldClient> theirs) {
        return asSystem(() -> {
            var byTenant = theirs.stream()
                    .collect(Collectors.groupingBy(
                            ToldClient::tenantId, Collectors.mapping(ToldClient::clientId, Collectors.toList())));
            return tenants.find(byTenant.keySet()).stream()
                    .collect(Collectors.toMap(
                            Function.identity(), tenant -> byTenant.getOrDefault(tenant.id(), List.of())));
        });
    }

    /** No more mail to the address, in whichever tenant; an administrator may take that back. Somebody else is told of what was theirs. */
    void stop(Link link, RecipientReason why) {
        var concerned = asSystem(() -> {
            var all = new HashSet<>(arrivals.tenantsOf(link.person()));
            all.addAll(link.tenants());
            return all;
        });
        Callers.as(
                new Caller("link:" + link.id(), TenantScope.of(concerned)),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    reach.declined(concerned, link.person(), why);
                    return true;
                }));
    }

    private static <T> T asSystem(Supplier<T> work) {
        return Callers.as(
                Caller.system("pages"), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
