package dev.cutoff.inventory.client;

import static dev.cutoff.inventory.client.ClientStatus.DISCOVERED;
import static dev.cutoff.inventory.client.ClientStatus.MIGRATED;
import static dev.cutoff.inventory.client.ClientStatus.OWNER_ASSIGNED;
import static dev.cutoff.inventory.client.ClientStatus.PLANNED;
import static dev.cutoff.inventory.client.ClientStatus.RETIRED;
import static dev.cutoff.inventory.client.ClientStatus.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.client.StatusRules.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            discovered     | excepted in-progress migrated owner-assigned planned retired
            owner-assigned | discovered excepted in-progress migrated planned retired
            planned        | discovered excepted in-progress migrated owner-assigned retired
            in-progress    | discovered excepted migrated owner-assigned planned retired
            migrated       | excepted in-progress retired unverified verified
            unverified     | excepted in-progress migrated retired verified
            verified       | in-progress retired unverified
            retired        | discovered owner-assigned
            excepted       | discovered in-progress migrated owner-assigned planned retired
            """)
    void each_status_leads_to_these_and_no_others(String from, String reachable) {
        var status = WireName.parse(ClientStatus.class, from).orElseThrow();

        assertThat(names(StatusRules.reachable(status, true))).isEqualTo(new TreeSet<>(List.of(reachable.split(" "))));
    }

    private static Set<String> names(Set<ClientStatus> some) {
        var names = new TreeSet<String>();
        some.forEach(status -> names.add(WireName.of(status)));
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void every_status_may_stay_and_none_is_a_dead_end(ClientStatus status) {
        assertThat(StatusRules.judge(status, status, false)).isEqualTo(new Verdict.Legal());

        var seen = new HashSet<>(Set.of(status));
        for (var size = 0; size < seen.size(); ) {
            size = seen.size();
            Set.copyOf(seen).forEach(one -> seen.addAll(StatusRules.reachable(one, true)));
        }
        assertThat(seen).containsExactlyInAnyOrder(ClientStatus.values());
    }

    @Test
    void what_is_refused_says_why_and_what_may_be_instead() {
        assertThat(StatusRules.judge(PLANNED, VERIFIED, true))
                .isInstanceOfSatisfying(Verdict.Illegal.class, illegal -> {
                    assertThat(illegal.reason()).isEqualTo("only what is said to be migrated can be verified");
                    assertThat(illegal.reachable()).contains(MIGRATED).doesNotContain(VERIFIED);
                });
        assertThat(StatusRules.judge(RETIRED, PLANNED, true))
                .isInstanceOfSatisfying(
                        Verdict.Illegal.class,
                        illegal -> assertThat(illegal.reason()).isEqualTo("it is retired, and must be reopened first"));
        assertThat(StatusRules.judge(VERIFIED, PLANNED, true))
                .isInstanceOfSatisfying(
                        Verdict.Illegal.class,
                        illegal -> assertThat(illegal.reason())
                                .isEqualTo("it is migrated already; take it back into progress first"));
    }

    @Test
    void owner_assigned_needs_an_owner() {
        assertThat(StatusRules.judge(DISCOVERED, OWNER_ASSIGNED, false))
                .isInstanceOfSatisfying(
                        Verdict.Illegal.class,
                        illegal -> assertThat(illegal.reason()).isEqualTo("nobody answers for it"));
    }
}
