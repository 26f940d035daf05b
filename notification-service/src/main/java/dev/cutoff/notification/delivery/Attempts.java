package dev.cutoff.notification.delivery;

import dev.cutoff.notification.digest.Addressed;
import dev.cutoff.notification.digest.Digests;
import dev.cutoff.notification.failpoint.Failpoint;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.link.Links;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.message.MailLinks;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Ending;
import dev.cutoff.notification.notice.Frozen;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Outgoing;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.notice.Selection;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.reminder.Status;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.transport.Budget;
import dev.cutoff.notification.transport.Transport;
import io.quarkus.qute.TemplateException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The steps of attempts, each a transaction of its own: nothing of the mail server happens inside one. */
@Singleton
class Attempts {

    /** An attempt that has begun. */
    record Attempt(Claim claim, byte[] mime) {}

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Outgoing outgoing;
    private final Budget budget;
    private final Digests digests;
    private final Composer composer;
    private final Links links;
    private final Policies policies;
    private final Tenants tenants;
    private final SendingSignals signals;
    private final Failpoints failpoints;
    private final Clock clock;

    Attempts(
            Outgoing outgoing,
            Budget budget,
            Digests digests,
            Composer composer,
            Links links,
            Policies policies,
            Tenants tenants,
            SendingSignals signals,
            Failpoints failpoints,
            Clock clock) {
        this.outgoing = outgoing;
        this.budget = budget;
        this.digests = digests;
        this.composer = composer;
        this.links = links;
        this.policies = policies;
        this.tenants = tenants;
        this.signals = signals;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /**
     * Claims notices, as many as the transport lets through, and makes the mail of each, once and for all attempts.
     *
     * @return fewer than were claimed if the mail of some cannot be made; empty if none may leave now
     */
    @Transactional
    List<Attempt> begin(Transport transport, Selection wanted) {
        var left = budget.available(transport, wanted.most());
        var claims = left == 0 ? List.<Claim>of() : outgoing.claim(wanted.most(left), transport.name());
        budget.take(transport, claims.size());
        signals.claimed(transport, left < wanted.most() && claims.size() == left);
        var begun = compose(claims);
        if (!claims.isEmpty()) {
            failpoints.reached(Failpoint.BEFORE_CLAIM_COMMIT);
        }
        return begun;
    }

    private List<Attempt> compose(List<Claim> claims) {
        var fresh = claims.stream().filter(claim -> claim.mime() == null).toList();
        var begun = new ArrayList<Attempt>();
        claims.stream()
                .filter(claim -> claim.mime() != null)
                .forEach(claim -> begun.add(new Attempt(claim, claim.mime())));
        if (!fresh.isEmpty()) {
            freeze(fresh).forEach(mail -> begun.add(new Attempt(mail.claim(), mail.mime())));
        }
        return List.copyOf(begun);
    }

    private List<Frozen> freeze(List<Claim> fresh) {
        var frozen = new ArrayList<Frozen>();
        var lettingGo = lettingGo(fresh);
        for (var claim : fresh) {
            compose(claim, lettingGo.containsAll(claim.tenants())).ifPresent(frozen::add);
        }
        outgoing.freeze(frozen);
        return frozen;
    }

    /** The tenants whose policy lets people unsubscribe by one press. */
    private Set<UUID> lettingGo(List<Claim> claims) {
        var about = claims.stream()
                .flatMap(claim -> claim.tenants().stream())
                .distinct()
                .toList();
        return policies.of(tenants.find(about)).entrySet().stream()
                .filter(policy -> policy.getValue().ofTenant().oneClickUnsubscribe())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Frozen> compose(Claim claim, boolean mayUnsubscribe) {
        try {
            var digest = digests.of(new Addressed(
                    claim.id(),
                    Status.SENDING,
                    claim.person(),
                    claim.locale(),
                    claim.zone(),
                    claim.day(),
                    claim.severity()));
            if (digest.isEmpty()) {
                // Planned away while it was claimed. Whoever did that has it put together anew.
                outgoing.giveBack(claim);
                return Optional.empty();
            }
            var mail = composer.compose(digest.get(), links(claim, digest.get(), mayUnsubscribe), clock.instant());
            return Optional.of(new Frozen(claim, mail.messageId(), mail.subject(), mail.mime()));
        } catch (IllegalArgumentException e) {
            LOG.errorf(e, "No mail can be made, notice=%s", claim.id());
            outgoing.ended(new Ending(claim, new Result(Outcome.REFUSED, Phase.CLAIMED, null, e.getMessage())));
        } catch (TemplateException e) {
            LOG.errorf(e, "No mail can be made as long as the template is wrong, notice=%s", claim.id());
            outgoing.ended(new Ending(claim, new Result(Outcome.ABANDONED, Phase.CLAIMED, null, null)));
        }
        return Optional.empty();
    }

    /** Whose turn is after that of the tenant; empty if nothing may leave. */
    @Transactional
    Optional<UUID> turn(Selection wanted, @Nullable UUID last) {
        return outgoing.turn(wanted, last);
    }

    /**
     * One transaction for all that parallel senders want noted at the moment.
     *
     * @param asking whose mails are about to end
     * @param accepted what the mail server has taken
     * @return the notices whose mail may end
     */
    @Transactional
    Set<UUID> note(List<Claim> asking, List<Ending> accepted) {
        if (!accepted.isEmpty()) {
            outgoing.accepted(accepted);
        }
        return asking.isEmpty() ? Set.of() : outgoing.aboutToSendDot(asking);
    }

    private MailLinks links(Claim claim, Digest digest, boolean mayUnsubscribe) {
        return links.make(
                claim.id(), claim.person(), claim.locale(), claim.tenants(), digest.lastDay(), mayUnsubscribe);
    }

    @Transactional
    void ended(Ending ending) {
        outgoing.ended(ending);
    }

    @Transactional
    void giveBack(Claim claim) {
        outgoing.giveBack(claim);
    }

    /** Whether a notice is on its way, or will be in a moment. */
    @Transactional
    boolean isUnderWay() {
        return outgoing.isUnderWay();
    }

    @Transactional
    int recover() {
        return outgoing.recover();
    }
}
