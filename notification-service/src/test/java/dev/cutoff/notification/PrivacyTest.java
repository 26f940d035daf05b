package dev.cutoff.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.testing.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads of what is not theirs, in a mail or by a token. */
@NotificationTest
class PrivacyTest {

    private static final Pattern LABEL = Pattern.compile("client-\\d+-");

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void clean() {
        stage = new Stage(world, mail);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_mail_tells_all_that_is_the_persons_and_nothing_else(long seed) {
        var random = new Random(seed);
        var people = List.of("a@one.example", "b@one.example", "c@two.example", "shared@msp.example");
        var expected = new HashMap<String, Set<String>>();
        var tenants = new UUID[] {new UUID(seed, 1), new UUID(seed, 2), new UUID(seed, 3)};
        for (var i = 0; i < tenants.length; i++) {
            world.tenant(tenants[i], Facts.tenant("Tenant" + i, "UTC"));
            world.line(tenants[i], "imap", "basic", Facts.window("working", null));
            world.line(tenants[i], "pop", "basic", Facts.window("working", null));
        }
        for (var n = 0; n < 60; n++) {
            var tenant = random.nextInt(tenants.length);
            var owner = random.nextInt(4) == 0 ? null : people.get(random.nextInt(people.size()));
            var status = random.nextInt(5) == 0 ? "migrated" : "discovered";
            var id = world.client(
                    tenants[tenant], new UUID(seed, 100 + n), Facts.client("client-" + n + "-", owner, status));
            world.usage(tenants[tenant], random.nextBoolean() ? "imap" : "pop", "basic", id);
            if (status.equals("discovered")) {
                var person = owner == null ? "mail-admins@tenant%d.example".formatted(tenant) : owner;
                expected.computeIfAbsent(person, key -> new TreeSet<>()).add("client-" + n + "-");
            }
        }

        stage.at("2022-09-16T13:00:00Z").released(tenants).at("2022-09-16T13:00:00Z");

        Map<String, Set<String>> told = stage.mails().stream()
                .collect(Collectors.toMap(
                        Stage::recipient,
                        message -> LABEL.matcher(Stage.source(message))
                                .results()
                                .map(found -> found.group())
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void without_row_level_security_the_queries_alone_show_a_token_no_more() {
        var tables = List.of(
                "tenant", "reminder", "notice", "delivery", "dispatch", "change", "recipient", "bounce", "answer");
        var contoso = UUID.randomUUID();
        var fabrikam = UUID.randomUUID();
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "UTC"));
            var client = world.client(
                    tenant, UUID.randomUUID(), Facts.client("Printer", "nao@" + name.toLowerCase() + ".example"));
            var shared = world.client(tenant, UUID.randomUUID(), Facts.client("Shared", "shared@msp.example"));
            world.usage(tenant, "imap", "basic", client, shared);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
        stage.at("2022-09-16T13:00:00Z").released(contoso, fabrikam).at("2022-09-16T13:00:00Z");
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var domain = tenant.equals(contoso) ? "contoso" : "fabrikam";
            stage.sql("""
                    insert into answer values ('%s', '%s', 1, '%s', 'nao@%s.example', '', '', '', '', 'done', null, null, null, 'stands',
                                               null, 'api', now(), 'test')""".formatted(tenant, UUID.randomUUID(), UUID.randomUUID(), domain));
        }
        var foreign = stage.rows("select id::text from notice where person = 'nao@fabrikam.example'")
                .getFirst();
        var viewer = Tokens.viewer(contoso);

        tables.forEach(table -> stage.sql("alter table %s disable row level security".formatted(table)));
        try {
            var seen = new HashSet<String>();
            for (var path : List.of("/v1/notices", "/v1/deliveries", "/v1/answers", "/v1/changes?limit=500")) {
                var answer = stage.get(path, viewer);
                assertThat(answer).as(path).doesNotContain("fabrikam", fabrikam.toString());
                seen.add(answer);
            }
            assertThat(seen).allMatch(answer -> answer.contains("nao@contoso.example"));
            assertThat(stage.status("/v1/notices/" + foreign, viewer)).isEqualTo(404);
            assertThat(stage.status("/v1/notices/" + foreign + "/preview", viewer))
                    .isEqualTo(404);
            assertThat(stage.status("/v1/dispatch/" + fabrikam, viewer)).isEqualTo(404);
        } finally {
            tables.forEach(table -> stage.sql("alter table %s enable row level security".formatted(table)));
        }
    }
}
