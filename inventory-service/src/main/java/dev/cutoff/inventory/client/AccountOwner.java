package dev.cutoff.inventory.client;

/**
 * The person behind the account of a client for whom nobody else answers. A program that somebody sits at, behind one account that it shares
 * with no other client, is that somebody's; a printer's, a script's or a service's account is nobody.
 *
 * <p>Rejected: making each of them an owner. A tenant has tens of thousands of mailboxes, and whoever looks for what nobody answers for, or
 * counts by owner, would look at them all.
 */
final class AccountOwner {

    /** The mail address, or null, of row {@code c} of client. Evidence has no other address than the one signed in with. */
    static final String EMAIL = """
            case when c.owner_id is null and not c.shared and c.kind in ('desktop-app', 'mobile-app', 'browser')
                  and cardinality(c.accounts) = 1 and c.account like '_%@_%' then c.account end""";

    private AccountOwner() {}
}
