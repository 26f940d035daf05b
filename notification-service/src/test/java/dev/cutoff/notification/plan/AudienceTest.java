package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.AIKO;
import static dev.cutoff.notification.plan.Plans.CONTACT;
import static dev.cutoff.notification.plan.Plans.DECIDER;
import static dev.cutoff.notification.plan.Plans.NAO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.policy.Recipients;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {

    private static final Owner WITH_DEPUTY = new Owner(NAO, AIKO, "en", null, null);
    private static final Owner ALONE = new Owner(NAO, null, null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # who answers  | policy tells besides    | unreachable     | told                                  | passed over
            owner          | -                       | -               | nao owner                             | -
            owner          | -                       | nao             | aiko deputy                           | nao unreachable
            owner          | -                       | nao aiko        | contact tenant-contact                | nao unreachable, aiko unreachable
            owner          | -                       | nao aiko contact | decider tenant-contact               | nao unreachable, aiko unreachable, contact unreachable
            owner          | -                       | nao aiko contact decider | -                            | nao unreachable, aiko unreachable, contact unreachable, decider unreachable, nobody nobody
            owner alone    | -                       | nao             | contact tenant-contact                | nao unreachable
            owner          | deputy                  | -               | nao owner, aiko deputy                | -
            owner          | contact                 | -               | nao owner, contact tenant-contact     | -
            owner          | deputy contact          | nao             | aiko deputy, contact tenant-contact   | nao unreachable
            owner          | not-the-owner           | -               | contact tenant-contact                | nao by-policy
            owner          | not-the-owner deputy    | -               | aiko deputy                           | nao by-policy
            person         | -                       | -               | contact tenant-contact                | nao by-policy
            person         | personal                | -               | nao owner                             | -
            person         | personal                | nao             | contact tenant-contact                | nao unreachable
            person         | personal contact        | -               | nao owner, contact tenant-contact     | -
            nobody         | -                       | -               | contact fallback-contact              | -
            nobody         | -                       | contact         | decider fallback-contact              | contact unreachable
            nobody         | -                       | contact decider | -                                     | contact unreachable, decider unreachable, nobody nobody
            """)
    void of_a_client(
            String who,
            @Nullable String besides,
            @Nullable String unreachable,
            @Nullable String told,
            @Nullable String passed) {
        var wishes = Set.of(besides == null ? new String[0] : besides.split(" "));
        var policy = Plans.policy(new Recipients(
                !wishes.contains("not-the-owner"),
                wishes.contains("deputy"),
                wishes.contains("contact"),
                wishes.contains("personal")));
        var owner = who.startsWith("owner") ? NAO : null;
        var person = who.equals("person") ? NAO : null;

        var audience = Audience.of(
                Plans.printer(owner, person, false).client(),
                who.equals("owner") ? WITH_DEPUTY : ALONE,
                Plans.tenant(DECIDER, CONTACT),
                policy,
                null,
                new Course(
                        addresses(unreachable),
                        Set.of(),
                        null,
                        false,
                        List.of(),
                        List.of(),
                        ZoneOffset.UTC,
                        Plans.TODAY));

        assertThat(said(audience)).isEqualTo(told);
        assertThat(passed(audience)).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # contacts       | unreachable | told                     | passed over
            decider contact  | -           | decider decision-contact | -
            decider contact  | decider     | contact decision-contact | decider unreachable
            contact          | -           | contact decision-contact | -
            decider          | -           | decider decision-contact | -
            -                | -           | -                        | nobody nobody
            """)
    void of_a_decision(
            @Nullable String contacts, @Nullable String unreachable, @Nullable String told, @Nullable String passed) {
        var known = addresses(contacts);
        var tenant = Plans.tenant(known.contains(DECIDER) ? DECIDER : null, known.contains(CONTACT) ? CONTACT : null);

        var audience = Audience.ofDecision(tenant, Plans.usual(), addresses(unreachable));

        assertThat(said(audience)).isEqualTo(told);
        assertThat(passed(audience)).isEqualTo(passed);
    }

    private static Set<String> addresses(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" "))
                        .map(name -> name + "@contoso.example")
                        .collect(Collectors.toSet());
    }

    private static @Nullable String said(Audience audience) {
        return joined(audience.told().stream()
                .map(item -> name(item.person()) + " " + word(item.role()))
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String passed(Audience audience) {
        return joined(audience.passed().stream()
                .map(item -> name(item.addressee().person()) + " " + word(item.why()))
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String joined(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String name(String person) {
        return person.isEmpty() ? "nobody" : person.split("@")[0];
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase().replace('_', '-');
    }
}
