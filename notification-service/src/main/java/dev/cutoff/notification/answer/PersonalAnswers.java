package dev.cutoff.notification.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what one person says about clients of theirs; part of the transaction that is open. */
@Singleton
public class PersonalAnswers {

    /**
     * What is said, of all of the clients the same, as it was typed; null for what was left out.
     *
     * @param kind as the API has it, such as {@code not-mine}
     * @param date of {@code planned}, such as {@code 2026-11-30}
     */
    public record Word(
            @Nullable String kind,
            @Nullable String date,
            @Nullable String whoElse,
            @Nullable String text) {}

    private final Answers answers;
    private final Answering answering;
    private final ClientLookup clients;
    private final Sayings sayings;
    private final ObjectMapper json;

    PersonalAnswers(Answers answers, Answering answering, ClientLookup clients, Sayings sayings, ObjectMapper json) {
        this.answers = answers;
        this.answering = answering;
        this.clients = clients;
        this.sayings = sayings;
        this.json = json;
    }

    /**
     * @param person lower-cased mail address
     * @param about clients by tenant, all of them known to be theirs
     * @throws Refusal 400 naming the parts of the word that are wrong as pointers, such as {@code /date}; then nothing is taken
     */
    public void take(String person, Map<Tenant, List<UUID>> about, Word word) {
        var said = new ArrayList<Saying>();
        about.forEach((tenant, ids) -> {
            var lookup = clients.of(tenant.id(), ids);
            ids.forEach(client -> said.add(saying(person, tenant, client, lookup, word)));
        });
        answering.take(said, Via.LINK, null);
    }

    private Saying saying(String person, Tenant tenant, UUID client, ClientLookup.OfTenant lookup, Word word) {
        var item = json.createObjectNode()
                .put("tenantId", tenant.id().toString())
                .put("clientId", client.toString())
                .put("person", person)
                .put("kind", word.kind())
                .put("date", word.date())
                .put("whoElse", word.whoElse())
                .put("text", word.text());
        return sayings.of(sayings.read("", item), "", tenant, lookup);
    }

    /** All that the person said of these clients of a tenant. */
    public List<Answer> of(String person, UUID tenant, List<UUID> about) {
        return answers.about(tenant, about).stream()
                .filter(answer -> answer.person().equals(person))
                .toList();
    }
}
