package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Drafts clients, those that are there and those that were discovered just now, as they should be shown: what is stated nowhere but follows
 * from their accounts, from rules, from who shares the accounts and from the product as it was seen.
 */
@Singleton
class DraftStore {

    /** The clients that are there, of the accounts in {@code relink_account} and those that were written; and those discovered just now. */
    private static final String AFFECTED = """
            affected as (
                select ca.client_id as id from relink_account t
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id
                union
                select id from relink_bumped
                union
                select id from relink_client)""";

    private static final String PLACE = """
            place as (
                %s
                union all
                select l.client_id, 0, l.account_id, a.label
                from relink_loose l join account a on a.tenant_id = :tenant and a.id = l.account_id
                where l.is_new)""".formatted(OwnerCandidates.PLACES);

    private static final String OWNERS = """
            insert into relink_owner
            with %s, %s,
            %s
            chosen as (
                select distinct on (client_id) client_id, owner_id, reason from candidate
                order by client_id, precedence, nearness)
            select * from chosen""".formatted(AFFECTED, PLACE, OwnerCandidates.CANDIDATE);

    private static final String OWN_OWNERS = """
            insert into relink_owner
            with %s
            select c.id, c.own_owner_id, 'client'
            from affected f join client c on c.tenant_id = :tenant and c.id = f.id
            where c.own_owner_id is not null""".formatted(AFFECTED);

    /**
     * Who shares an account is found by counting its clients of each kind: a thousand printers behind one account make a million pairs.
     */
    private static final String SHARED = """
            insert into relink_shared
            with %s, %s,
            crowd as (
                select ca.account_id, c.kind, count(*) as clients
                from (select distinct account_id from place) p
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = p.account_id
                join client c on c.tenant_id = :tenant and c.id = ca.client_id
                where c.discovered_product is null
                group by ca.account_id, c.kind)
            select distinct p.client_id
            from place p
            join crowd w on w.account_id = p.account_id
            join (select c.id, c.kind, c.discovered_product is null as is_declared
                  from affected f join client c on c.tenant_id = :tenant and c.id = f.id
                  union all
                  select client_id, kind, false from relink_loose where is_new) o on o.id = p.client_id
            where may_share(o.kind, w.kind) and w.clients > case when w.kind = o.kind and o.is_declared then 1 else 0 end""".formatted(AFFECTED, PLACE);

    private static final String DRAFT = """
            insert into relink_draft
            with %s,
            labels as (
                select client_id, array_agg(label order by position) as accounts from (%s) p group by client_id)
            select c.id, c.discovered_product, coalesce(l.accounts, '{}'), l.accounts[1], r.owner_id, r.reason,
                   w.client_id is not null,
                   case when s.client_id is null or 'kind' = any (c.person_fields) then c.kind else s.kind end,
                   case when s.client_id is null or 'vendor' = any (c.person_fields) then c.vendor else s.vendor end,
                   case when s.client_id is null or 'product' = any (c.person_fields) then c.product else s.product end,
                   case when s.client_id is null or 'productVersion' = any (c.person_fields) then c.product_version
                       else s.product_version end,
                   case when s.client_id is null or 'operatingSystem' = any (c.person_fields) then c.operating_system
                       else s.operating_system end,
                   case when s.client_id is null or 'name' = any (c.person_fields) then c.name
                       else coalesce(s.product, 'Unknown program') end,
                   c.stated_status, c.claimed_on, c.migration, c.migration_reason
            from affected f
            join client c on c.tenant_id = :tenant and c.id = f.id
            left join labels l on l.client_id = c.id
            left join relink_owner r on r.client_id = c.id
            left join relink_shared w on w.client_id = c.id
            left join relink_loose s on s.client_id = c.id and s.account_id = c.discovered_account
              and s.product_key = c.discovered_product""".formatted(AFFECTED, OwnerCandidates.PLACES);

    private final Jdbi jdbi;

    DraftStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who answers for the clients and whether their accounts are shared, and all that follows for those that are there. */
    void draft(UUID tenant) {
        // Without rules only a client's own word names an owner: no account needs to be looked at.
        SessionTables.update(jdbi, tenant, hasRules(tenant) ? OWNERS : OWN_OWNERS);
        SessionTables.update(jdbi, tenant, SHARED);
        SessionTables.update(jdbi, tenant, DRAFT);
    }

    private boolean hasRules(UUID tenant) {
        return SessionTables.exists(jdbi, tenant, "select from owner_rule where tenant_id = :tenant");
    }

    /**
     * Writes the clients that were discovered just now.
     *
     * @param importId of the evidence that shows them; null if something else has made room for them
     * @return how many
     */
    int create(UUID tenant, @Nullable UUID importId) {
        var created = jdbi.withHandle(handle -> handle.createUpdate("""
                insert into client (tenant_id, id, version, kind, vendor, product, product_version, operating_system, name,
                                    discovered_account, discovered_product, account, accounts, owner_id, owner_reason, shared,
                                    migration, migration_reason, status, discovered_in)
                select :tenant, l.client_id, l.version, l.kind, l.vendor, l.product, l.product_version,
                       l.operating_system, coalesce(l.product, 'Unknown program'), l.account_id, l.product_key, a.label,
                       array[a.label], o.owner_id, o.reason, w.client_id is not null,
                       coalesce(v.migration, 'at-risk'), coalesce(v.reason, 'in-use'),
                       client_status(null, coalesce(v.migration, 'at-risk'), coalesce(v.reason, 'in-use'), o.owner_id is not null),
                       :import
                from relink_loose l
                join account a on a.tenant_id = :tenant and a.id = l.account_id
                left join relink_owner o on o.client_id = l.client_id
                left join relink_shared w on w.client_id = l.client_id
                left join relink_verdict v on v.id = l.client_id
                where l.is_new
                order by l.client_id""")
                .bind("tenant", tenant)
                .bindByType("import", importId, UUID.class)
                .execute());
        SessionTables.update(jdbi, tenant, """
                insert into client_account (tenant_id, client_id, position, account_id)
                select :tenant, client_id, 0, account_id from relink_loose where is_new order by client_id""");
        return created;
    }

    /** Puts those that were discovered on the trail one by one, where no evidence is it. */
    void noteCreated(UUID tenant) {
        SessionTables.update(jdbi, tenant, """
                insert into relinked
                select :tenant, l.client_id, l.version, false, 'created', null,
                       jsonb_build_object('kind', l.kind, 'product', l.product, 'account', a.label, 'version', l.version)
                from relink_loose l join account a on a.tenant_id = :tenant and a.id = l.account_id
                where l.is_new""");
    }

    /** Writes what is different now of the clients that were there, and gives each a new version unless it has one already. */
    void update(UUID tenant) {
        SessionTables.update(jdbi, tenant, """
                with wanted as (
                    select d.*, coalesce(v.migration, d.migration) as verdict, coalesce(v.reason, d.migration_reason) as why,
                           client_status(d.stated_status, coalesce(v.migration, d.migration),
                                         coalesce(v.reason, d.migration_reason), d.owner_id is not null) as status,
                           exists (select from relink_bumped b where b.id = d.id) as is_bumped
                    from relink_draft d left join relink_verdict v on v.id = d.id),
                changed as (
                    select d.*, c.version + case when d.is_bumped then 0 else 1 end as new_version,
                           jsonb_build_object('accounts', c.accounts, 'ownerId', c.owner_id, 'ownerReason', c.owner_reason,
                               'shared', c.shared, 'status', c.status, 'migration', c.migration, 'kind', c.kind,
                               'product', c.product, 'productVersion', c.product_version,
                               'operatingSystem', c.operating_system, 'version', c.version) as before
                    from wanted d
                    join client c on c.tenant_id = :tenant and c.id = d.id
                    where (c.accounts, c.owner_id, c.owner_reason, c.shared, c.status, c.migration, c.migration_reason, c.kind,
                           c.vendor, c.product, c.product_version, c.operating_system, c.name)
                        is distinct from (d.accounts, d.owner_id, d.owner_reason, d.shared, d.status, d.verdict, d.why, d.kind,
                           d.vendor, d.product, d.product_version, d.operating_system, d.name)),
                updated as (
                    update client c
                    set (version, accounts, account, owner_id, owner_reason, shared, status, migration, migration_reason, kind,
                         vendor, product, product_version, operating_system, name)
                      = (d.new_version, d.accounts, d.account, d.owner_id, d.owner_reason, d.shared, d.status, d.verdict, d.why,
                         d.kind, d.vendor, d.product, d.product_version, d.operating_system, d.name)
                    from changed d
                    where c.tenant_id = :tenant and c.id = d.id)
                insert into relinked
                select :tenant, id, new_version, false, 'updated', before,
                       jsonb_build_object('accounts', accounts, 'ownerId', owner_id, 'ownerReason', owner_reason,
                           'shared', shared, 'status', status, 'migration', verdict, 'kind', kind, 'product', product,
                           'productVersion', product_version, 'operatingSystem', operating_system, 'version', new_version)
                from changed where not is_bumped""");
    }

    /** Gives a new version to the clients that show these owners. */
    void bumpOwned(UUID tenant, Collection<UUID> owners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with shown as (
                    update client set version = version + 1
                    where tenant_id = :tenant and owner_id = any(:owners)
                      and not exists (select from relink_bumped b where b.id = client.id)
                    returning id, version, owner_id)
                insert into relinked
                select :tenant, id, version, false, 'updated', jsonb_build_object('ownerId', owner_id, 'version', version - 1),
                       jsonb_build_object('ownerId', owner_id, 'version', version)
                from shown""")
                .bind("tenant", tenant)
                .bind("owners", owners.toArray(UUID[]::new))
                .execute());
    }
}
