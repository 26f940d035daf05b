package dev.cutoff.notification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.tenant.Tenant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinePlanProperties {

    private final Tenant contoso = LinePlanTest.tenant("decider@contoso.example", "Contact@contoso.example");

    @Property
    void nobody_is_told_of_what_is_not_theirs(@ForAll("clients") List<Client> clients) {
        var plan = LinePlanTest.plan(
                contoso, LinePlanTest.cutoff(State.WORKING, LinePlanTest.FIRST, "2022-09-30"), clients, List.of());

        assertThat(plan.decided())
                .filteredOn(item -> item.family().anchor() == Anchor.CUTOFF)
                .allSatisfy(item -> {
                    var client = clients.stream()
                            .filter(known -> known.id().equals(item.family().clientId()))
                            .findFirst()
                            .orElseThrow();
                    var expected = client.ownerEmail() == null ? "contact@contoso.example" : client.ownerEmail();
                    assertThat(item.family().person()).isEqualTo(expected);
                });
    }

    @Provide
    Arbitrary<List<Client>> clients() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1000),
                        Arbitraries.of("a@contoso.example", "b@contoso.example").injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((id, owner, resolved) -> LinePlanTest.client(new UUID(2, id), owner, resolved))
                .list()
                .uniqueElements(Client::id)
                .ofMaxSize(20);
    }
}
