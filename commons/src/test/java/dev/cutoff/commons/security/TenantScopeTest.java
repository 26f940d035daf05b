package dev.cutoff.commons.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantScopeTest {

    private final UUID mine = UUID.fromString("8bb6f14a-714e-4fdc-89f6-05418818a00b");
    private final UUID theirs = UUID.fromString("84a6bd6c-0f8f-4c7a-95fb-3ab84f5faba6");

    @Test
    void a_claim_lists_ids_in_an_array_or_in_one_text() {
        assertThat(Callers.scope(List.of(mine.toString(), theirs.toString())))
                .isEqualTo(TenantScope.of(List.of(mine, theirs)));
        assertThat(Callers.scope(mine + ", " + theirs)).isEqualTo(TenantScope.of(List.of(mine, theirs)));
    }

    @Test
    void an_asterisk_sees_all_and_nothing_sees_nothing() {
        assertThat(Callers.scope("*")).isEqualTo(TenantScope.ALL);
        assertThat(Callers.scope(null)).isEqualTo(TenantScope.NONE);
        assertThat(Callers.scope("")).isEqualTo(TenantScope.NONE);
    }

    @Test
    void what_is_no_id_opens_nothing() {
        assertThat(Callers.scope(List.of("all", "1-1-1-1-1", "%", "'; drop table tenant")))
                .isEqualTo(TenantScope.NONE);
    }

    @Test
    void a_tenant_outside_the_scope_reads_like_one_that_does_not_exist() {
        assertThatThrownBy(() -> TenantScope.of(List.of(mine)).require(theirs))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND);
                    assertThat(refusal)
                            .hasMessage(TenantScope.unknownTenant(theirs).getMessage());
                });
    }

    @Test
    void the_setting_for_row_level_security_holds_ids_and_nothing_else() {
        assertThat(TenantScope.ALL.setting()).isEqualTo("*");
        assertThat(TenantScope.NONE.setting()).isEmpty();
        assertThat(TenantScope.of(List.of(mine, theirs)).setting()).isEqualTo(theirs + "," + mine);
    }
}
