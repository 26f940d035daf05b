package dev.cutoff.notification.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says, and checks it. */
@Singleton
class Sayings {

    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** Nothing that is retired takes longer. */
    private static final int MOST_YEARS = 10;

    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    Sayings(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * @param pointer where it stands in the body
     * @throws Refusal 400 naming all fields that are wrong
     */
    AnswerContent read(String pointer, JsonNode item) {
        var content = StrictJson.read(json, validator, item, AnswerContent.class, pointer);
        content.requireConsistent(pointer);
        var at = content.answeredAt();
        if (at != null && at.isAfter(clock.instant().plus(AHEAD))) {
            throw Refusal.invalidField(pointer + "/answeredAt", "must not be in the future");
        }
        return content;
    }

    /**
     * @param pointer where it stands in the body
     * @throws Refusal 400, or 404 for a client that the tenant does not have
     */
    Saying of(AnswerContent content, String pointer, Tenant tenant, ClientLookup.OfTenant lookup) {
        var client = lookup.require(content.clientId());
        var person = content.person() == null
                ? client.ownerEmail()
                : content.person().toLowerCase(Locale.ROOT);
        if (person == null) {
            throw Refusal.invalidField(pointer + "/person", "is needed: nobody answers for the client");
        }
        var today = tenant.today(clock.instant());
        requireAhead(content.date(), today, pointer);
        return new Saying(
                tenant.id(),
                client.clientId(),
                person,
                content.about(),
                content.kind(),
                content.date(),
                content.whoElse(),
                content.text(),
                client.ownerEmail(),
                lookup.grounds(client, content.about(), tenant.timeZone(), today),
                notAhead(content.answeredAt()));
    }

    private static void requireAhead(@Nullable LocalDate date, LocalDate today, String pointer) {
        if (date != null && (date.isBefore(today) || date.isAfter(today.plusYears(MOST_YEARS)))) {
            throw Refusal.invalidField(
                    pointer + "/date", "must be a day from %s on, within %d years".formatted(today, MOST_YEARS));
        }
    }

    private @Nullable Instant notAhead(@Nullable Instant at) {
        var now = clock.instant();
        return at != null && at.isAfter(now) ? now : at;
    }
}
