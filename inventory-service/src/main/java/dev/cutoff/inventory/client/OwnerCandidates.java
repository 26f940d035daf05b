package dev.cutoff.inventory.client;

/**
 * Who could answer for clients, as common table expressions of one query, the same where owners are worked out and where one is explained.
 *
 * <p>The smallest {@code precedence} counts: the client's own word, then rules by account, pattern, department, location, domain; within
 * one of these the smallest {@code nearness}: the earlier account of the client, the pattern with more characters.
 */
final class OwnerCandidates {

    /** For {@code place}: the accounts of the clients in {@code affected}, with their addresses. */
    static final String PLACES = """
            select ca.client_id, ca.position, ca.account_id, a.label
            from affected f
            join client_account ca on ca.tenant_id = :tenant and ca.client_id = f.id
            join account a on a.tenant_id = :tenant and a.id = ca.account_id""";

    /**
     * {@code candidate}. A rule that names an address is about the account that was last seen under it, and still if that account has been
     * seen under another since; patterns and domains go by the address of now.
     */
    static final String CANDIDATE = """
            candidate as (
                select c.id as client_id, 1 as precedence, 1::bigint as nearness, 'client' as reason, c.own_owner_id as owner_id,
                       null::uuid as rule_id
                from affected f join client c on c.tenant_id = :tenant and c.id = f.id
                where c.own_owner_id is not null
                union all
                select p.client_id, 2, row_number() over (
                           partition by p.client_id
                           order by p.position, aa.address = p.label desc, aa.last_seen desc nulls last, aa.address),
                       'account-rule', r.owner_id, r.id
                from place p
                join account_address aa on aa.tenant_id = :tenant and aa.account_id = p.account_id
                join owner_rule r on r.tenant_id = :tenant and r.kind = 'account' and r.matches = aa.address
                where not exists (
                    select from account_address other
                    where other.tenant_id = :tenant and other.address = aa.address and other.account_id <> aa.account_id
                      and (coalesce(other.last_seen, '-infinity'), other.account_id)
                        > (coalesce(aa.last_seen, '-infinity'), aa.account_id))
                union all
                select p.client_id, 3, row_number() over (
                           partition by p.client_id
                           order by p.position, length(translate(r.value, '*?', '')) desc, r.matches),
                       'pattern-rule', r.owner_id, r.id
                from place p
                join owner_rule r on r.tenant_id = :tenant and r.kind = 'pattern' and p.label like r.matches
                union all
                select c.id, 4, 1, 'department-rule', r.owner_id, r.id
                from affected f
                join client c on c.tenant_id = :tenant and c.id = f.id
                join owner_rule r on r.tenant_id = :tenant and r.kind = 'department' and r.matches = search_text(c.department)
                where c.department is not null
                union all
                select c.id, 5, 1, 'location-rule', r.owner_id, r.id
                from affected f
                join client c on c.tenant_id = :tenant and c.id = f.id
                join owner_rule r on r.tenant_id = :tenant and r.kind = 'location' and r.matches = search_text(c.location)
                where c.location is not null
                union all
                select p.client_id, 6, row_number() over (partition by p.client_id order by p.position), 'domain-rule', r.owner_id,
                       r.id
                from place p
                join owner_rule r on r.tenant_id = :tenant and r.kind = 'domain' and r.matches = split_part(p.label, '@', 2)),""";

    private OwnerCandidates() {}
}
