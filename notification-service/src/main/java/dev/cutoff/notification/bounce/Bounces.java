package dev.cutoff.notification.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.notice.Arrivals;
import dev.cutoff.notification.notice.Handed;
import dev.cutoff.notification.reach.BounceKind;
import dev.cutoff.notification.reach.BounceSource;
import dev.cutoff.notification.reach.Bounced;
import dev.cutoff.notification.reach.Reach;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what is said of mail that did not arrive: finds whose it is, and has person and notice marked. */
@Singleton
class Bounces {

    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Arrivals arrivals;
    private final Reach reach;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    Bounces(Arrivals arrivals, Reach reach, ObjectMapper json, Validator validator, Clock clock) {
        this.arrivals = arrivals;
        this.reach = reach;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /** Each stands for itself: one that is rejected keeps out no other. */
    @Transactional
    List<BounceOutcome> take(List<JsonNode> items) {
        var outcomes = new ArrayList<BounceOutcome>();
        for (var index = 0; index < items.size(); index++) {
            try {
                outcomes.add(take(index, items.get(index), "/items/" + index));
            } catch (Refusal refusal) {
                outcomes.add(BounceOutcome.rejected(index, refusal.problem()));
            }
        }
        return List.copyOf(outcomes);
    }

    /** @throws Refusal 400 or 404 for what would be rejected among many */
    @Transactional
    List<BounceOutcome> take(JsonNode item) {
        return List.of(take(0, item, ""));
    }

    private BounceOutcome take(int index, JsonNode item, String pointer) {
        return take(index, StrictJson.read(json, validator, item, BounceReport.class, pointer), pointer);
    }

    private BounceOutcome take(int index, BounceReport report, String pointer) {
        var at = report.at() == null ? clock.instant() : report.at();
        if (at.isAfter(clock.instant().plus(AHEAD))) {
            throw Refusal.invalidField(pointer + "/at", "must not be in the future");
        }
        var notice = notice(report, pointer);
        var recipient =
                report.recipient() == null ? null : report.recipient().strip().toLowerCase(Locale.ROOT);
        var person = notice.map(Handed::person).orElse(recipient);
        if (person == null) {
            throw Refusal.invalidField(
                    pointer, "must name the recipient, or the mail by noticeId, messageId or envelopeId");
        }
        if (recipient != null && !recipient.equals(person)) {
            throw Refusal.invalidField(pointer + "/recipient", "must be whom the notice is to");
        }
        return take(
                index,
                notice.orElse(null),
                new Bounced(
                        person,
                        notice.map(Handed::id).orElse(null),
                        notice.map(Handed::attempts).orElse(null),
                        report.kind(),
                        BounceSource.CALLER,
                        report.status(),
                        report.diagnostic(),
                        at));
    }

    private Optional<Handed> notice(BounceReport report, String pointer) {
        var found = new ArrayList<Handed>();
        if (report.noticeId() != null) {
            found.add(
                    arrivals.find(report.noticeId()).orElseThrow(() -> Refusal.notFound("Notice", report.noticeId())));
        }
        if (report.envelopeId() != null) {
            found.add(id(report.envelopeId())
                    .flatMap(arrivals::find)
                    .orElseThrow(() -> Refusal.notFound("Mail with envelope id", report.envelopeId())));
        }
        if (report.messageId() != null) {
            var messageId = report.messageId().strip().replaceFirst("^<?", "<").replaceFirst(">?$", ">");
            found.add(arrivals.find(messageId).orElseThrow(() -> Refusal.notFound("Mail", messageId)));
        }
        if (found.stream().map(Handed::id).distinct().count() > 1) {
            throw Refusal.invalidField(pointer, "must name one mail and not several");
        }
        return found.stream().findFirst();
    }

    private BounceOutcome take(int index, @Nullable Handed notice, Bounced bounced) {
        var tenants = arrivals.tenantsOf(bounced.person());
        if (tenants.isEmpty()) {
            throw Refusal.notFound("Recipient", bounced.person());
        }
        var isNews = reach.bounced(tenants, bounced);
        if (isNews && notice != null) {
            var isGivenUp = notice.tenants().stream()
                    .anyMatch(tenant ->
                            !reach.unreachable(tenant, List.of(notice.person())).isEmpty());
            arrivals.bounced(notice, bounced.kind() == BounceKind.SOFT && !isGivenUp);
        }
        return BounceOutcome.of(index, isNews, bounced.noticeId(), bounced.person());
    }

    /** Takes a mail that came to the sender's address, whatever it is. */
    @Transactional
    List<BounceOutcome> read(byte[] mail) {
        return switch (Reading.of(mail)) {
            case Reading.Ignored ignored -> List.of(BounceOutcome.ignored(0, ignored.why()));
            case StatusReport report ->
                report.recipients().isEmpty()
                        ? List.of(BounceOutcome.ignored(0, IgnoredReason.NO_REPORT))
                        : notice(report)
                                .map(notice -> take(report, notice))
                                .orElseGet(() -> List.of(BounceOutcome.ignored(0, IgnoredReason.NOT_OURS)));
        };
    }

    private Optional<Handed> notice(StatusReport report) {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(report.envelopeId())
                                .flatMap(Bounces::id)
                                .flatMap(arrivals::find)),
                        report.messageIds().stream().map(arrivals::find))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private List<BounceOutcome> take(StatusReport report, Handed notice) {
        var outcomes = new ArrayList<BounceOutcome>();
        for (var recipient : report.recipients()) {
            outcomes.add(take(outcomes.size(), report, recipient, notice));
        }
        return List.copyOf(outcomes);
    }

    private BounceOutcome take(int index, StatusReport report, StatusReport.Recipient recipient, Handed notice) {
        return switch (recipient.action()) {
            case FAILED ->
                take(
                        index,
                        notice,
                        new Bounced(
                                notice.person(),
                                notice.id(),
                                notice.attempts(),
                                recipient.kindFor(notice.person()),
                                BounceSource.REPORT,
                                recipient.status(),
                                recipient.diagnostic(),
                                notAhead(report.at())));
            case DELAYED, DELIVERED, RELAYED, EXPANDED -> {
                // It says in passing that the mail server has it, which nobody was sure of.
                arrivals.taken(notice);
                yield BounceOutcome.ignored(index, IgnoredReason.NOT_FINAL);
            }
        };
    }

    private Instant notAhead(@Nullable Instant at) {
        var now = clock.instant();
        return at == null || at.isAfter(now) ? now : at;
    }
}
