package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class SwitchStore {

    private final Jdbi jdbi;

    SwitchStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the accounts of which a switch is new or stands otherwise */
    List<String> put(UUID tenant, LocalDate asOf, List<ProtocolSwitches.State> states) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                with said as (
                    select distinct on (account, protocol) account, protocol, enabled::boolean as enabled
                    from unnest(:accounts, :protocols, :enabled) with ordinality as s (account, protocol, enabled, n)
                    order by account, protocol, n desc),
                differing as (
                    select s.* from said s
                    left join protocol_switch p on p.tenant_id = :tenant and p.account = s.account and p.protocol = s.protocol
                    where p.account is null or (p.enabled is distinct from s.enabled and p.as_of <= :asOf)),
                written as (
                    insert into protocol_switch (tenant_id, account, protocol, enabled, as_of)
                    select :tenant, account, protocol, enabled, :asOf from said
                    on conflict (tenant_id, account, protocol) do update set enabled = excluded.enabled, as_of = excluded.as_of
                    where protocol_switch.as_of <= excluded.as_of)
                select distinct account from differing""")
                .bind("tenant", tenant)
                .bind("asOf", asOf)
                .bind("accounts", texts(states, ProtocolSwitches.State::account))
                .bind("protocols", texts(states, ProtocolSwitches.State::protocol))
                .bind(
                        "enabled",
                        texts(
                                states,
                                state -> state.enabled() == null
                                        ? null
                                        : state.enabled().toString()))
                .mapTo(String.class)
                .list());
    }

    private static String[] texts(
            List<ProtocolSwitches.State> states, Function<ProtocolSwitches.State, @Nullable String> part) {
        return states.stream().map(part).toArray(String[]::new);
    }
}
