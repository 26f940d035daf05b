package dev.cutoff.notification.testmail;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.transport.Budget;
import dev.cutoff.notification.transport.Transport;
import dev.cutoff.notification.transport.Transports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends mails to whoever asks, and to nobody else: a mail server that sends what a stranger asks for is soon on every block list. */
@Singleton
class TestMails {

    static final ProblemType NOT_YOURS =
            new ProblemType("recipient-not-yours", 422, "A test mail goes to yourself only");

    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final TestMailStore store;
    private final OwnAddress own;
    private final Tenants tenants;
    private final Transports transports;
    private final Budget budget;
    private final Composer composer;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    TestMails(
            TestMailStore store,
            OwnAddress own,
            Tenants tenants,
            Transports transports,
            Budget budget,
            Composer composer,
            AuditTrail audit,
            Callers callers,
            Clock clock) {
        this.store = store;
        this.own = own;
        this.tenants = tenants;
        this.transports = transports;
        this.budget = budget;
        this.composer = composer;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Sends one, and says what the mail server said.
     *
     * @throws Refusal 404 for a tenant or transport that is not known or may not be seen, 422 if the address is not the caller's, 429 if there
     *     were too many
     */
    TestMail send(TestMailRequest request) {
        var tenant = request.tenantId() == null ? null : tenants.require(request.tenantId());
        var transport = transport(request, tenant);
        var recipient = recipient(request, tenant);
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> reserve(id, recipient, transport, tenant));
        var from = composer.sender();
        var messageId = "<test." + id + from.substring(from.indexOf('@')) + ">";
        var mime = TestLetter.of(from, recipient, messageId, transport.toString(), clock.instant());
        try (var relay = transports.open(transport)) {
            var result = relay.send(from, recipient, "test." + id, mime, () -> true);
            return new TestMail(
                    recipient,
                    transport.name(),
                    messageId,
                    result.outcome(),
                    result.phase(),
                    result.code(),
                    result.reply());
        }
    }

    private Transport transport(TestMailRequest request, @Nullable Tenant tenant) {
        var name = Optional.ofNullable(request.transport())
                .or(() -> tenant == null
                        ? Optional.empty()
                        : transports.of(List.of(tenant.id())).map(Transport::name))
                .orElse(Transport.DEFAULT);
        return transports.find(name).orElseThrow(() -> Refusal.notFound("Transport", name));
    }

    private String recipient(TestMailRequest request, @Nullable Tenant tenant) {
        var contacts = tenant == null
                ? Stream.<String>empty()
                : Stream.of(tenant.decisionContact(), tenant.fallbackContact()).filter(address -> address != null);
        var yours = Stream.concat(own.addresses().stream(), contacts)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (yours.isEmpty()) {
            throw new Refusal(
                    NOT_YOURS, "The token says no mail address of yours; name a tenant whose contact you are");
        }
        if (request.recipient() == null) {
            return yours.getFirst();
        }
        var asked = request.recipient().toLowerCase(Locale.ROOT);
        if (!yours.contains(asked)) {
            throw new Refusal(
                    NOT_YOURS, "It may go to the address of your token, or to a contact of the tenant that you name");
        }
        return asked;
    }

    private void reserve(UUID id, String recipient, Transport transport, @Nullable Tenant tenant) {
        var caller = callers.current().name();
        store.lock(caller);
        var ages = store.ages(caller, WITHIN);
        if (ages.size() >= MOST) {
            var wait = Math.max(1, (long) Math.ceil(WITHIN.toSeconds() - ages.get(ages.size() - MOST)));
            throw new Refusal(
                            ProblemType.TOO_MANY_REQUESTS,
                            "Ten test mails a minute are let through; try again in %d seconds".formatted(wait))
                    .retryAfter(wait);
        }
        store.add(id, caller, recipient, transport.name());
        budget.take(transport, budget.available(transport, 1));
        trailOf(tenant)
                .ifPresent(trail -> audit.record(List.of(new AuditTrail.Entry(
                        trail,
                        "sent",
                        "test-mail",
                        id.toString(),
                        null,
                        Map.of("recipient", recipient, "transport", transport.name()),
                        null))));
    }

    /** In whose trail it stands: of the tenant that was named, else of one that the caller sees. */
    private Optional<UUID> trailOf(@Nullable Tenant tenant) {
        if (tenant != null) {
            return Optional.of(tenant.id());
        }
        var scope = callers.scope();
        return scope.all()
                ? Optional.of(ChangeLog.NO_TENANT)
                : scope.tenants().stream().sorted().findFirst();
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> store.forget(KEPT));
    }
}
