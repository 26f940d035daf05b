package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Works out what is shown of a client and stated nowhere: addresses, owner, status, whether its accounts are shared, its product as seen. */
@Singleton
class DerivedStore {

    /**
     * Of the clients of the accounts in {@code relink_account} and those in {@code relink_bumped}. Who shares an account is found by
     * counting its clients of each kind: a thousand printers behind one account make a million pairs.
     */
    private static final String DERIVED = """
            with affected as (
                select ca.client_id as id from relink_account t
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id
                union
                select id from relink_bumped),
            place as (
                select ca.client_id, ca.position, ca.account_id, a.label
                from affected f
                join client_account ca on ca.tenant_id = :tenant and ca.client_id = f.id
                join account a on a.tenant_id = :tenant and a.id = ca.account_id),
            labels as (
                select client_id, array_agg(label order by position) as accounts from place group by client_id),
            ruled as (
                select distinct on (p.client_id) p.client_id, r.owner_id
                from place p
                join account_address aa on aa.tenant_id = :tenant and aa.account_id = p.account_id
                join owner_rule r on r.tenant_id = :tenant and r.account = aa.address
                where not exists (
                    select from account_address other
                    where other.tenant_id = :tenant and other.address = aa.address and other.account_id <> aa.account_id
                      and (coalesce(other.last_seen, '-infinity'), other.account_id)
                        > (coalesce(aa.last_seen, '-infinity'), aa.account_id))
                order by p.client_id, p.position, aa.address = p.label desc, aa.last_seen desc nulls last, aa.address),
            crowd as (
                select ca.account_id, c.kind, count(*) as clients
                from (select distinct account_id from place) p
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = p.account_id
                join client c on c.tenant_id = :tenant and c.id = ca.client_id
                where c.discovered_product is null
                group by ca.account_id, c.kind),
            crowded as (
                select distinct p.client_id
                from place p
                join client c on c.tenant_id = :tenant and c.id = p.client_id
                join crowd w on w.account_id = p.account_id
                where may_share(c.kind, w.kind)
                  and w.clients > case when w.kind = c.kind and c.discovered_product is null then 1 else 0 end),
            derived as (
                select c.id,
                       coalesce(l.accounts, '{}') as accounts,
                       l.accounts[1] as account,
                       coalesce(c.own_owner_id, r.owner_id) as owner_id,
                       case when c.own_owner_id is not null then 'client' when r.owner_id is not null then 'account-rule' end
                           as owner_reason,
                       w.client_id is not null as shared,
                       client_status(c.stated_status, c.migration, c.migration_reason,
                           coalesce(c.own_owner_id, r.owner_id) is not null) as status,
                       case when s.client_id is null or 'kind' = any (c.person_fields) then c.kind else s.kind end as kind,
                       case when s.client_id is null or 'vendor' = any (c.person_fields) then c.vendor else s.vendor end as vendor,
                       case when s.client_id is null or 'product' = any (c.person_fields) then c.product else s.product end
                           as product,
                       case when s.client_id is null or 'productVersion' = any (c.person_fields) then c.product_version
                           else s.product_version end as product_version,
                       case when s.client_id is null or 'operatingSystem' = any (c.person_fields) then c.operating_system
                           else s.operating_system end as operating_system,
                       case when s.client_id is null or 'name' = any (c.person_fields) then c.name
                           else coalesce(s.product, 'Unknown program') end as name
                from affected f
                join client c on c.tenant_id = :tenant and c.id = f.id
                left join labels l on l.client_id = c.id
                left join ruled r on r.client_id = c.id
                left join crowded w on w.client_id = c.id
                left join relink_loose s on s.client_id = c.id),
            changed as (
                select d.*, c.version + case when exists (select from relink_bumped b where b.id = c.id) then 0 else 1 end
                           as new_version,
                       jsonb_build_object('accounts', c.accounts, 'ownerId', c.owner_id, 'ownerReason', c.owner_reason,
                           'shared', c.shared, 'status', c.status, 'kind', c.kind, 'product', c.product,
                           'productVersion', c.product_version, 'operatingSystem', c.operating_system, 'version', c.version)
                           as before
                from derived d
                join client c on c.tenant_id = :tenant and c.id = d.id
                where (c.accounts, c.owner_id, c.owner_reason, c.shared, c.status, c.kind, c.vendor, c.product, c.product_version,
                       c.operating_system, c.name)
                    is distinct from (d.accounts, d.owner_id, d.owner_reason, d.shared, d.status, d.kind, d.vendor, d.product,
                       d.product_version, d.operating_system, d.name)),
            """;

    private final Jdbi jdbi;

    DerivedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void refresh(UUID tenant) {
        jdbi.useHandle(handle ->
                handle.createUpdate(DERIVED + """
                updated as (
                    update client c
                    set (version, accounts, account, owner_id, owner_reason, shared, status, kind, vendor, product, product_version,
                         operating_system, name)
                      = (d.new_version, d.accounts, d.account, d.owner_id, d.owner_reason, d.shared, d.status, d.kind, d.vendor,
                         d.product, d.product_version, d.operating_system, d.name)
                    from changed d
                    where c.tenant_id = :tenant and c.id = d.id)
                insert into relinked
                select :tenant, d.id, d.new_version, false, 'updated', d.before,
                       jsonb_build_object('accounts', d.accounts, 'ownerId', d.owner_id, 'ownerReason', d.owner_reason,
                           'shared', d.shared, 'status', d.status, 'kind', d.kind, 'product', d.product,
                           'productVersion', d.product_version, 'operatingSystem', d.operating_system, 'version', d.new_version)
                from changed d
                where not exists (select from relink_bumped b where b.id = d.id)""").bind("tenant", tenant).execute());
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
