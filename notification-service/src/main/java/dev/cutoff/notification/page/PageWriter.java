package dev.cutoff.notification.page;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.ToldClient;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.message.Reader;
import dev.cutoff.notification.reminder.Heard;
import dev.cutoff.notification.tenant.Tenant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the page into words. */
@Singleton
class PageWriter {

    /**
     * How the page was asked for.
     *
     * @param locale language that is wished for
     * @param kept what has just been done; null if nothing
     * @param form what was typed, if it has to be corrected
     */
    record Asked(String token, String locale, @Nullable String kept, Form form, List<PageView.Wrong> errors) {}

    private final Clock clock;

    PageWriter(Clock clock) {
        this.clock = clock;
    }

    PageView write(
            String person,
            List<ToldClient> clients,
            Map<UUID, Tenant> tenants,
            Map<UUID, Map<Line, Cutoff>> cutoffs,
            List<Answer> answers,
            List<Heard> heard,
            int total,
            int pages,
            int page,
            Asked asked) {
        var reader = Reader.of(asked.locale(), ZoneOffset.UTC);
        var say = MessageBundles.get(PageText.class, Localized.Literal.of(reader.language()));
        var before = heard.stream().collect(Collectors.groupingBy(Heard::clientId));
        var said = answers.stream().collect(Collectors.groupingBy(Answer::clientId));
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var cards = clients.stream()
                .filter(client -> tenants.containsKey(client.tenantId()))
                .map(client -> {
                    var tenant = Objects.requireNonNull(tenants.get(client.tenantId()));
                    var card = new CardWriter(
                            client,
                            tenant,
                            cutoffs.getOrDefault(client.tenantId(), Map.of()),
                            said.getOrDefault(client.clientId(), List.of()),
                            before.getOrDefault(client.clientId(), List.of()),
                            tenant.today(clock.instant()),
                            reader,
                            say);
                    return card.written(total == 1 || asked.form().clients().contains(client.clientId()));
                })
                .toList();
        return new PageView(
                reader.language(),
                asked.token(),
                person,
                asked.kept(),
                asked.errors(),
                cards,
                total,
                total <= Pages.MOST_AT_ONCE,
                Pages.MOST_AT_ONCE,
                asked.form(),
                // Somewhere it is yesterday still: the tenant's own day decides when the answer comes.
                today.minusDays(1).toString(),
                new PageView.Paging(page, pages, page > 1 ? page - 1 : null, page < pages ? page + 1 : null));
    }
}
