package dev.cutoff.notification.plan;

import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Reminder;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mail that would go out, as the plan stands. */
@Schema(description = "A mail that would go out on that day if nothing changes and nobody answers")
record ExpectedMail(
        @NotNull @Schema(description = "The day, in the zone of the tenants", examples = "2022-09-23")
        LocalDate day,

        @NotNull @Schema(description = "Mail address of the person, in lower case", examples = "nao.kato@contoso.example")
        String recipient,

        @NotNull @Schema(
                description =
                        "Whether it may leave as dispatch is set now: the strictest of its tenants. It is listed as if it were `released`")
        DispatchState dispatch,

        @NotNull @Schema(description = "What it would be about, the nearest day first")
        List<Item> items) {

    /** One thing in it. */
    @Schema(name = "ExpectedItem", description = "One thing that the mail would be about, with the number of clients")
    record Item(
            @NotNull @Schema(description = "Tenant that it is about", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID tenantId,

            @NotNull Topic topic,

            @Nullable @Schema(
                    description = "Programme of the vendor; null for a finding",
                    examples = "exchange-online-basic-auth",
                    nullable = true)
            String programme,

            @NotNull @Schema(description = "Protocol", examples = "imap")
            String protocol,

            @Nullable @Schema(description = "Auth method; null for a finding", examples = "basic", nullable = true)
            String authMethod,

            @Nullable @Schema(
                    description =
                            "The part of the protocol that is meant, null for all of it; of a finding its kind and source",
                    examples = "below 16.1",
                    nullable = true)
            String qualifier,

            @NotNull Anchor anchor,

            @NotNull @Schema(description = "The day that the rung counts from", examples = "2022-10-01")
            LocalDate anchorDay,

            @NotNull @Schema(description = "Days before that day; -1 is the day after", examples = "7")
            int rung,

            @NotNull Reason reason,

            @NotNull @Schema(
                    description =
                            "How many clients it would be about; 0 for a decision or a finding, which are about the tenant",
                    examples = "12")
            int clients) {

        private static Item of(Reminder reminder, int clients) {
            return new Item(
                    reminder.tenantId(),
                    reminder.topic(),
                    emptyAsNull(reminder.programme()),
                    reminder.protocol(),
                    emptyAsNull(reminder.authMethod()),
                    emptyAsNull(reminder.qualifier()),
                    reminder.anchor(),
                    reminder.anchorDay(),
                    reminder.rung(),
                    reminder.reason(),
                    clients);
        }

        private static @Nullable String emptyAsNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    private static final Comparator<Item> ORDER = Comparator.comparing(Item::anchorDay)
            .thenComparing(Item::tenantId)
            .thenComparing(Item::protocol)
            .thenComparing(Item::toString);

    /** @param dispatch what holds for the person in each tenant */
    static ExpectedMail of(Rehearsal.Mail mail, Function<UUID, DispatchState> dispatch) {
        var things = mail.about().stream().collect(Collectors.groupingBy(reminder -> Item.of(reminder, 0)));
        return new ExpectedMail(
                mail.day(),
                mail.person(),
                mail.about().stream()
                        .map(Reminder::tenantId)
                        .distinct()
                        .map(dispatch)
                        .reduce(DispatchState::and)
                        .orElseThrow(),
                things.values().stream().map(ExpectedMail::item).sorted(ORDER).toList());
    }

    /** @param same about one thing, each of another client */
    private static Item item(List<Reminder> same) {
        var clients =
                same.stream().filter(reminder -> reminder.family().isOfClient()).count();
        return Item.of(same.getFirst(), Math.toIntExact(clients));
    }

    /** No two mails are to one person on one day. */
    String key() {
        return day + " " + recipient;
    }
}
