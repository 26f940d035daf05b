package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.silence.Verdict;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * Reads what was seen of clients and usages, for somebody to judge, and writes the verdicts that differ from those that are there. What was
 * seen of each is written out as its profile, and each profile is judged once: a hundred thousand accounts are used in some thousand ways.
 * {@link Profile} reads what is written here.
 */
@Singleton
class VerdictStore {

    private static final List<String> TABLES = List.of(
            "judged_usage (id bigint)",
            "judged_client (id uuid)",
            "usage_profile (id bigint, profile text)",
            "client_profile (id uuid, profile text)");

    private static final String TRACE = """
            concat_ws(' ', protocol, auth_method, coalesce(first_success::text, '-'), coalesce(last_success::text, '-'), successes,
                      coalesce(last_block::text, '-')) as trace""";

    /**
     * Whether a figure {@code r} tells of the usage {@code u} that it stands on: one that names no method does where the account is known to
     * use one alone; else the sign-ins themselves say which of them goes on.
     */
    private static final String IS_OF_USAGE = """
            (r.method_stated or not exists (
                select from usage o
                where o.tenant_id = :tenant and (o.account_id, o.protocol) = (u.account_id, u.protocol) and o.id <> u.id
                  and o.successes + o.blocked > 0))""";

    /**
     * A success is a client's own if it shares its accounts with nobody, and what succeeded is the product that it was seen as before, or
     * of its own kind; a device, script or service may also call itself otherwise than before, but is no browser.
     */
    private static final String CLIENT_PROFILES = """
            insert into client_profile
            with scoped as (
                select id, kind, discovered_product, shared, claimed_on, migration, migration_reason from relink_draft
                union all
                select l.client_id, l.kind, l.product_key, w.client_id is not null, null, 'at-risk', 'in-use'
                from relink_loose l left join relink_shared w on w.client_id = l.client_id
                where l.is_new and l.client_id in (select client_id from relink_link where not is_plain)
                union all
                select c.id, c.kind, c.discovered_product, c.shared, c.claimed_on, c.migration, c.migration_reason
                from (select id from judged_client except select id from relink_draft) j
                join client c on c.tenant_id = :tenant and c.id = j.id),
            behind as materialized (
                select s.id as client_id, s.kind, s.discovered_product, s.shared, u.id, u.account_id, u.protocol, u.auth_method,
                       retires(u.protocol, u.auth_method) as retires, u.first_success, u.successes, u.last_success, u.last_block, u.reported
                from scoped s
                join client_usage cu on cu.tenant_id = :tenant and cu.client_id = s.id
                join usage u on u.tenant_id = :tenant and u.id = cu.usage_id),
            seen as (
                select u.client_id as id, u.id as usage_id, u.protocol, u.auth_method, u.retires, u.first_success, u.successes, u.last_block,
                       coalesce(p.last_success, case when u.last_block is null then u.last_success end) as last_success,
                       not u.shared and (
                           p.kind = u.kind and u.kind <> 'unknown'
                           or u.kind in ('device', 'script', 'service') and p.kind <> 'browser'
                           or bool_or(u.retires) over (partition by u.client_id, p.product_key)) as is_own
                from behind u
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id
                  and case when u.discovered_product is null then may_be(p.kind, u.kind) else p.product_key = u.discovered_product end),
            used as (
                select id, usage_id, protocol, auth_method, retires, utc_day(first_success) as first_success, successes,
                       utc_day(last_block) as last_block, utc_day(max(last_success)) as last_success,
                       utc_day(max(last_success) filter (where is_own)) as own_success
                from seen group by id, usage_id, protocol, auth_method, retires, first_success, successes, last_block
                union all
                select u.client_id, u.id, u.protocol, u.auth_method, u.retires, null, 0, null, max(coalesce(r.last_activity, r.as_of)), null
                from behind u
                join usage_report r on r.tenant_id = :tenant and r.usage_id = u.id
                where u.reported and %s
                group by u.client_id, u.id, u.protocol, u.auth_method, u.retires),
            traced as (
                select id, auth_method, retires, last_success is not null or last_block is not null as is_use, own_success, %s
                from used),
            summed as (
                select id, string_agg(trace, ',' order by trace) filter (where retires and is_use) as traces,
                       max(own_success) filter (where not retires and auth_method <> 'unknown') as modern
                from traced group by id)
            select s.id, concat_ws(';', coalesce(u.traces, ''), coalesce(u.modern::text, '-'), coalesce(s.claimed_on::text, '-'),
                                   s.migration, s.migration_reason)
            from scoped s left join summed u on u.id = s.id""".formatted(IS_OF_USAGE, TRACE);

    private static final String USAGE_PROFILES = """
            insert into usage_profile
            select id, concat_ws(';', trace, '-', '-', migration, migration_reason)
            from (
                select id, migration, migration_reason, %s
                from (
                    select u.id, u.protocol, u.auth_method, utc_day(u.first_success) as first_success,
                          greatest(utc_day(u.last_success), r.day) as last_success, u.successes, utc_day(u.last_block) as last_block,
                          u.migration, u.migration_reason
                   from (select distinct id from judged_usage) j
                   join usage u on u.tenant_id = :tenant and u.id = j.id
                   left join (select r.usage_id, max(coalesce(r.last_activity, r.as_of)) as day
                              from usage_report r join usage u on u.tenant_id = :tenant and u.id = r.usage_id
                              where r.tenant_id = :tenant and %s group by r.usage_id) r on r.usage_id = u.id
                   where retires(u.protocol, u.auth_method) and (u.successes + u.blocked > 0 or u.reported)) used) traced""".formatted(TRACE, IS_OF_USAGE);

    /** The clients of the accounts that are relinked, and those that were written. */
    private static final String AFFECTED = """
            (select ca.client_id from relink_account t
             join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id
             union
             select id from relink_bumped)""";

    private static final int AT_A_TIME = 1000;

    private final Jdbi jdbi;

    VerdictStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Begins with nobody to be judged. */
    void begin() {
        SessionTables.empty(jdbi, TABLES);
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

    /**
     * Those that have been seen in this transaction are to be judged anew, and those of accounts that have moved. But not
     * who was in use and still is, without a block; and not whom nothing retiring was known of, for more of the same.
     *
     * @param silentSince what has succeeded after this day is not silent
     */
    void addSeen(UUID tenant, LocalDate silentSince) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with seen as (
                    select usage_id, is_new, was, retires(protocol, auth_method) as retires,
                           retires(protocol, auth_method) and last_block is null and not reported
                               and coalesce(utc_day(last_success) > :silentSince, false) as is_plain
                    from sighted_usage
                    where is_new or is_changed
                       or usage_id in (select usage_id from sighted_product where is_other or is_wider)),
                clients as (
                    insert into judged_client
                    select c.id
                    from seen s
                    join client_usage cu on cu.tenant_id = :tenant and cu.usage_id = s.usage_id
                    join client c on c.tenant_id = :tenant and c.id = cu.client_id
                    where not s.is_new
                      and (c.claimed_on is not null
                           or case when s.is_plain then c.migration_reason <> 'in-use'
                              else s.retires or c.migration <> 'unaffected' end))
                insert into judged_usage
                select usage_id from seen where retires and not (is_plain and was = 'in-use')""")
                .bind("tenant", tenant)
                .bind("silentSince", silentSince)
                .execute());
        update(tenant, """
                insert into judged_usage
                select u.id
                from (select distinct account_id from moved_account) m
                join usage u on u.tenant_id = :tenant and u.account_id = m.account_id
                where retires(u.protocol, u.auth_method)""");
    }

    /** So are those that have been silent since this day: what others do decides of them. Reads all usages of the tenant. */
    void addSilent(UUID tenant, LocalDate since) {
        SessionTables.joinInSets(jdbi);
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into judged_usage
                select id from usage
                where tenant_id = :tenant and retires(protocol, auth_method)
                  and (reported or coalesce(greatest(last_success, last_block), '-infinity') < (:since + 1)::timestamp at time zone 'UTC')""")
                .bind("tenant", tenant)
                .bind("since", since)
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into judged_client
                select cu.client_id
                from usage_product p
                join client_usage cu on cu.tenant_id = :tenant and cu.usage_id = p.usage_id
                where p.tenant_id = :tenant
                  and coalesce(p.last_success, '-infinity') < (:since + 1)::timestamp at time zone 'UTC'""")
                .bind("tenant", tenant)
                .bind("since", since)
                .execute());
    }

    /** Whoever is behind a usage that is judged anew is judged anew too. */
    void addClients(UUID tenant) {
        update(tenant, """
                insert into judged_client
                select cu.client_id
                from judged_usage j join client_usage cu on cu.tenant_id = :tenant and cu.usage_id = j.id""");
    }

    /** Writes out what was seen of the clients in {@code relink_draft} and {@code judged_client}, once they are linked. */
    void profileClients(UUID tenant) {
        update(tenant, CLIENT_PROFILES);
    }

    void profileUsages(UUID tenant) {
        update(tenant, USAGE_PROFILES);
    }

    void eachClientProfile(Consumer<String> judge) {
        each("select distinct profile from client_profile", judge);
    }

    void eachUsageProfile(Consumer<String> judge) {
        each("select distinct profile from usage_profile", judge);
    }

    private void each(String sql, Consumer<String> judge) {
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .setFetchSize(AT_A_TIME)
                .mapTo(String.class)
                .forEach(judge));
    }

    /** Gives the clients with these profiles other verdicts than they have, in {@code relink_verdict}. */
    void giveClients(Map<String, Verdict> verdicts) {
        jdbi.useHandle(handle -> bound(handle.createUpdate("""
                insert into relink_verdict
                select p.id, v.migration, v.reason
                from unnest(:profiles, :migrations, :reasons) as v (profile, migration, reason)
                join client_profile p on p.profile = v.profile"""), verdicts).execute());
    }

    void giveUsages(UUID tenant, Map<String, Verdict> verdicts) {
        jdbi.useHandle(handle ->
                bound(handle.createUpdate("""
                update usage u set (migration, migration_reason) = (v.migration, v.reason)
                from unnest(:profiles, :migrations, :reasons) as v (profile, migration, reason)
                join usage_profile p on p.profile = v.profile
                where u.tenant_id = :tenant and u.id = p.id"""), verdicts).bind("tenant", tenant).execute());
    }

    private static Update bound(Update update, Map<String, Verdict> verdicts) {
        return update.bind("profiles", verdicts.keySet().toArray(String[]::new))
                .bind(
                        "migrations",
                        verdicts.values().stream()
                                .map(verdict -> WireName.of(verdict.migration()))
                                .toArray(String[]::new))
                .bind(
                        "reasons",
                        verdicts.values().stream()
                                .map(verdict -> WireName.of(verdict.reason()))
                                .toArray(String[]::new));
    }

    /** Writes the verdicts of clients that are not drafted, and the status that follows. */
    void saveJudged(UUID tenant) {
        update(tenant, """
                with judged as (
                    select c.id, v.migration, v.reason, c.version, c.status, c.migration as old_migration,
                           client_status(c.stated_status, v.migration, v.reason, c.owner_id is not null) as new_status
                    from relink_verdict v
                    join client c on c.tenant_id = :tenant and c.id = v.id
                    where not exists (select from relink_draft d where d.id = v.id)),
                updated as (
                    update client c set (version, migration, migration_reason, status) = (j.version + 1, j.migration, j.reason, j.new_status)
                    from judged j where c.tenant_id = :tenant and c.id = j.id)
                insert into relinked
                select :tenant, id, version + 1, false, 'updated',
                       jsonb_build_object('status', status, 'migration', old_migration, 'version', version),
                       jsonb_build_object('status', new_status, 'migration', migration, 'version', version + 1)
                from judged""");
    }

    private void update(UUID tenant, String sql) {
        SessionTables.update(jdbi, tenant, sql);
    }
}
