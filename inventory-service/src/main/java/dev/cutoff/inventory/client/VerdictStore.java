package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.silence.Verdict;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what was seen of clients and usages, for somebody to judge, and writes the verdicts that differ from those that are there. */
@Singleton
class VerdictStore {

    /**
     * One use of a client; a client without any has one row without a use.
     *
     * @param retires whether the use is of what is being retired
     * @param ownSuccess the last day on which what succeeded can have been nobody else
     * @param claimedOn since when somebody says that it has moved or is gone
     * @param migration the verdict as it is stored
     */
    record ClientUse(
            UUID id,
            @Nullable String protocol,
            @Nullable String authMethod,
            boolean retires,
            @Nullable LocalDate firstSuccess,
            @Nullable LocalDate lastSuccess,
            long successes,
            @Nullable LocalDate lastBlock,
            @Nullable LocalDate ownSuccess,
            @Nullable LocalDate claimedOn,
            String migration,
            String migrationReason) {}

    /** A usage of what is being retired. */
    record UsageUse(
            long id,
            String protocol,
            String authMethod,
            @Nullable LocalDate firstSuccess,
            @Nullable LocalDate lastSuccess,
            long successes,
            @Nullable LocalDate lastBlock,
            String migration,
            String migrationReason) {}

    /** The clients of the accounts that are relinked, and those that were written. */
    private static final String AFFECTED = """
            (select ca.client_id from relink_account t
             join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id
             union
             select id from relink_bumped)""";

    /**
     * A success is a client's own if it shares its accounts with nobody, and what succeeded is the product that it was seen as before, or
     * of its own kind; a device, script or service may also call itself otherwise than before, but is no browser.
     */
    private static final String CLIENT_USES = """
            with scoped as (
                select id, kind, discovered_product, shared, claimed_on, migration, migration_reason
                from client where tenant_id = :tenant%s),
            seen as (
                select s.id, u.id as usage_id, u.protocol, u.auth_method, retires(u.protocol, u.auth_method) as retires,
                       u.first_success, u.successes, u.last_block,
                       coalesce(p.last_success, case when u.last_block is null then u.last_success end) as last_success,
                       not s.shared and (
                           p.kind = s.kind and s.kind <> 'unknown'
                           or s.kind in ('device', 'script', 'service') and p.kind <> 'browser'
                           or bool_or(retires(u.protocol, u.auth_method)) over (partition by s.id, p.product_key)) as is_own
                from scoped s
                join client_usage cu on cu.tenant_id = :tenant and cu.client_id = s.id
                join usage u on u.tenant_id = :tenant and u.id = cu.usage_id
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id
                  and case when s.discovered_product is null then may_be(p.kind, s.kind) else p.product_key = s.discovered_product end),
            used as (
                select id, usage_id, protocol, auth_method, retires, first_success, successes, last_block,
                       max(last_success) as last_success, max(last_success) filter (where is_own) as own_success
                from seen group by id, usage_id, protocol, auth_method, retires, first_success, successes, last_block)
            select s.id, u.protocol, u.auth_method, coalesce(u.retires, false) as retires,
                   (u.first_success at time zone 'UTC')::date as first_success,
                   (u.last_success at time zone 'UTC')::date as last_success, coalesce(u.successes, 0) as successes,
                   (u.last_block at time zone 'UTC')::date as last_block,
                   (u.own_success at time zone 'UTC')::date as own_success, s.claimed_on, s.migration, s.migration_reason
            from scoped s left join used u on u.id = s.id
            order by s.id""";

    private static final String USAGE_USES = """
            select id, protocol, auth_method, (first_success at time zone 'UTC')::date as first_success,
                   (last_success at time zone 'UTC')::date as last_success, successes,
                   (last_block at time zone 'UTC')::date as last_block, migration, migration_reason
            from usage u
            where tenant_id = :tenant and retires(protocol, auth_method) and successes + blocked > 0%s""";

    private static final int AT_A_TIME = 1000;

    private final Jdbi jdbi;

    VerdictStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes since when somebody has been saying that a client has moved or is gone. */
    void noteClaims(UUID tenant, LocalDate today) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update client set claimed_on = case when stated_status in ('migrated', 'verified', 'retired') then :today end
                where tenant_id = :tenant and id in %s
                  and coalesce(stated_status in ('migrated', 'verified', 'retired'), false) = (claimed_on is null)""".formatted(AFFECTED))
                .bind("tenant", tenant)
                .bind("today", today)
                .execute());
    }

    /** @param everything of all clients of the tenant, or of those that something has happened to; ordered by client */
    void eachClientUse(UUID tenant, boolean everything, Consumer<ClientUse> judge) {
        each(ClientUse.class, CLIENT_USES.formatted(everything ? "" : " and id in " + AFFECTED), tenant, judge);
    }

    void eachUsageUse(UUID tenant, boolean everything, Consumer<UsageUse> judge) {
        var affected = " and account_id in (select account_id from relink_account)";
        each(UsageUse.class, USAGE_USES.formatted(everything ? "" : affected), tenant, judge);
    }

    private <T extends Record> void each(Class<T> type, String sql, UUID tenant, Consumer<T> judge) {
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .bind("tenant", tenant)
                .setFetchSize(AT_A_TIME)
                .mapTo(type)
                .forEach(judge));
    }

    /** Gives clients their verdicts and the status that follows; what this transaction has not given a new version gets one. */
    void saveClients(UUID tenant, List<UUID> clients, List<Verdict> verdicts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with judged as (
                    select c.id, v.migration, v.reason, c.version, c.status, c.migration as old_migration,
                           client_status(c.stated_status, v.migration, v.reason, c.owner_id is not null) as new_status,
                           exists (select from relink_bumped b where b.id = c.id)
                               or exists (select from relinked r where r.id = c.id) as is_bumped
                    from unnest(:clients, :migrations, :reasons) as v (id, migration, reason)
                    join client c on c.tenant_id = :tenant and c.id = v.id),
                updated as (
                    update client c
                    set (version, migration, migration_reason, status)
                      = (j.version + case when j.is_bumped then 0 else 1 end, j.migration, j.reason, j.new_status)
                    from judged j where c.tenant_id = :tenant and c.id = j.id)
                insert into relinked
                select :tenant, id, version + 1, false, 'updated',
                       jsonb_build_object('status', status, 'migration', old_migration, 'version', version),
                       jsonb_build_object('status', new_status, 'migration', migration, 'version', version + 1)
                from judged where not is_bumped""")
                .bind("tenant", tenant)
                .bind("clients", clients.toArray(UUID[]::new))
                .bind("migrations", migrations(verdicts))
                .bind("reasons", reasons(verdicts))
                .execute());
    }

    void saveUsages(UUID tenant, List<Long> usages, List<Verdict> verdicts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update usage u set (migration, migration_reason) = (v.migration, v.reason)
                from unnest(:usages, :migrations, :reasons) as v (id, migration, reason)
                where u.tenant_id = :tenant and u.id = v.id""")
                .bind("tenant", tenant)
                .bind("usages", usages.toArray(Long[]::new))
                .bind("migrations", migrations(verdicts))
                .bind("reasons", reasons(verdicts))
                .execute());
    }

    private static String[] migrations(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> WireName.of(verdict.migration()))
                .toArray(String[]::new);
    }

    private static String[] reasons(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> WireName.of(verdict.reason())).toArray(String[]::new);
    }
}
