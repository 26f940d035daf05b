package dev.cutoff.notification.link;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.LinkToken;
import dev.cutoff.notification.message.MailLinks;
import dev.cutoff.notification.message.MailParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes links, opens them and takes them back; part of the transaction that is open. */
@Singleton
public class Links {

    private static final String ISSUER = "urn:cutoff:notification";
    private static final String KIND = "link";
    /** After the last cutoff that it names; nobody has to answer any more. */
    private static final Duration AFTER_THE_LAST = Duration.ofDays(30);

    private static final int LONGEST_TOKEN = 1000;
    private static final String WITHHELD = "withheld";

    private final LinkStore store;
    private final LinkKeys keys;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;
    private final String baseUrl;
    /** In a text, the tokens in addresses of ours. */
    private final Pattern tokens;

    private final InstantSource realTime = InstantSource.system();

    Links(LinkStore store, LinkKeys keys, AuditTrail audit, Callers callers, Clock clock, LinkConfig config) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.tokens = Pattern.compile("(" + Pattern.quote(baseUrl) + "/[au]/)[A-Za-z0-9._-]+");
    }

    /**
     * The links of a mail.
     *
     * @param person lower-cased mail address
     * @param tenants that the notice is about
     * @param last last day that it names; they are good for 30 days after it
     * @param mayUnsubscribe whether policy lets the person do so by one press
     */
    public MailLinks make(
            UUID notice, String person, String locale, List<UUID> tenants, LocalDate last, boolean mayUnsubscribe) {
        var now = now();
        var link = new Link(UUID.randomUUID(), notice, person, locale, tenants, now, now.plus(untilAfter(last)), null);
        store.insert(link);
        var key = keys.signing(link.expiresAt());
        return new MailLinks(
                address(Purpose.ANSWER, key, link), mayUnsubscribe ? address(Purpose.UNSUBSCRIBE, key, link) : null);
    }

    /** Where the links of a mail would stand, for who looks at a mail that is somebody else's. */
    public MailLinks withheld() {
        return new MailLinks(address(Purpose.ANSWER, WITHHELD), null);
    }

    /** A mail as it was sent, with nothing in it that opens what is its reader's. */
    public byte[] withhold(byte[] mime) {
        return MailParts.replacing(mime, text -> tokens.matcher(text).replaceAll("$1" + WITHHELD));
    }

    /** Business days until the end, as real time: in a simulated world a link lives as long as in the real one. */
    private Duration untilAfter(LocalDate last) {
        var left = Duration.between(
                clock.instant(), last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return left.isNegative() ? AFTER_THE_LAST : left.plus(AFTER_THE_LAST).minusDays(1);
    }

    private URI address(Purpose purpose, LinkKeys.Key key, Link link) {
        return address(
                purpose,
                LinkToken.sign(key.secret(), key.id(), ISSUER, purpose.audience(), link.id(), link.expiresAt()));
    }

    private URI address(Purpose purpose, String token) {
        return URI.create(baseUrl + "/" + purpose.path() + "/" + token);
    }

    /** What a token opens; the caller says on whose behalf that is. */
    public Opening open(Purpose purpose, String token) {
        if (token.length() > LONGEST_TOKEN) {
            return new Opening.Nothing();
        }
        var reading = LinkToken.keyId(token)
                .flatMap(keys::find)
                .map(key -> LinkToken.read(key.secret(), ISSUER, purpose.audience(), token))
                .orElseGet(LinkToken.Reading.Foreign::new);
        return switch (reading) {
            case LinkToken.Reading.Valid(var id) ->
                store.find(id)
                        .map(link -> link.isOver(now()) ? new Opening.Over(link) : new Opening.Open(link))
                        .orElseGet(Opening.Nothing::new);
            case LinkToken.Reading.Expired(var id) ->
                store.find(id).<Opening>map(Opening.Over::new).orElseGet(Opening.Nothing::new);
            case LinkToken.Reading.Foreign() -> new Opening.Nothing();
        };
    }

    /**
     * Takes back those that are still good, of what the caller sees wholly.
     *
     * @param person mail address; null for whoever it is
     * @param notice null for whichever it came with
     * @return how many
     */
    @Transactional
    int revoke(@Nullable String person, @Nullable UUID notice, @Nullable String reason) {
        var revoked = store.revoke(
                callers.scope(),
                person == null ? null : person.toLowerCase(Locale.ROOT),
                notice,
                now(),
                callers.current().name());
        audit.record(revoked.stream()
                .flatMap(link -> link.tenants().stream()
                        .map(tenant -> new AuditTrail.Entry(
                                tenant, "revoked", KIND, link.id().toString(), null, new Revoked(link), reason)))
                .toList());
        return revoked.size();
    }

    /** What has been over for long is forgotten: then it opens nothing, and does not even say that it did. */
    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Callers.as(Caller.system("links"), () -> {
            QuarkusTransaction.requiringNew().run(() -> store.forget(LinkKeys.REMEMBERED));
            return true;
        });
    }

    /** What the audit trail keeps of it. */
    private record Revoked(
            UUID noticeId, String recipient, @Nullable Instant revokedAt) {

        Revoked(Link link) {
            this(link.noticeId(), link.person(), link.revokedAt());
        }
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
