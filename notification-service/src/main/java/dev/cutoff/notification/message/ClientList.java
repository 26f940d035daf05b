package dev.cutoff.notification.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The clients of one thing, in words: each where they are few in the whole mail, else by kind, tenant and owner. */
record ClientList(Clients clients, Digest digest, Reader reader) {

    /** For who answers for them: with the accounts. */
    List<Letter.Section> ofTheirs() {
        return sections(reader.clients().clients(), false);
    }

    /** For who decides: with who answers for each. */
    List<Letter.Section> withOwners() {
        return sections(reader.clients().atRisk(clients.count()), true);
    }

    private List<Letter.Section> sections(String title, boolean isWithOwner) {
        var items = digest.isListed() ? listed(isWithOwner) : kinds();
        var sections = new ArrayList<Letter.Section>();
        sections.add(new Letter.Section(title, items.toList()));
        if (!digest.isListed()) {
            sections.addAll(shares());
        }
        return sections;
    }

    private Stream<Letter.Item> listed(boolean isWithOwner) {
        return clients.rows().stream().map(row -> new Letter.Item(null, isWithOwner ? withOwner(row) : theirs(row)));
    }

    private String theirs(Clients.Row row) {
        return line(row);
    }

    private String withOwner(Clients.Row row) {
        var say = reader.clients();
        var line = line(row);
        return row.owner() == null ? say.unanswered(line) : say.answeredBy(line, row.owner());
    }

    private String line(Clients.Row row) {
        var say = reader.clients();
        var account = row.account();
        var kind = reader.kind(row.kind());
        var details = account == null ? kind : say.withAccount(kind, account, row.shared());
        var where = clients.tenantCount() == 1 ? details : reader.beside(details, row.tenant());
        return say.client(row.label(), where, reader.protocols(row.protocols()));
    }

    private Stream<Letter.Item> kinds() {
        var say = reader.clients();
        var kinds = clients.kinds().stream()
                .map(kind ->
                        say.kindCount(kind.clients(), reader.kinds(kind.kind()), reader.protocols(kind.protocols())));
        var listed = clients.rows().size();
        var attached = listed == clients.count() ? say.allAttached(listed) : say.firstAttached(listed, clients.count());
        return Stream.concat(kinds, Stream.of(attached)).map(text -> new Letter.Item(null, text));
    }

    private List<Letter.Section> shares() {
        var say = reader.clients();
        var sections = new ArrayList<Letter.Section>();
        if (clients.tenantCount() > 1) {
            sections.add(new Letter.Section(say.byTenant(), shares(clients.tenants(), clients.tenantCount())));
        }
        if (clients.ownerCount() > 0 || clients.unowned() > 0) {
            var items = new ArrayList<>(shares(clients.owners(), clients.ownerCount()));
            if (clients.unowned() > 0) {
                items.addFirst(new Letter.Item(null, say.nobodyAnswersFor(clients.unowned())));
            }
            sections.add(new Letter.Section(say.byOwner(), items));
        }
        return sections;
    }

    private List<Letter.Item> shares(List<Clients.Share> first, int count) {
        var items = new ArrayList<>(first.stream()
                .map(share -> new Letter.Item(null, reader.clients().share(share.name(), share.clients())))
                .toList());
        if (count > first.size()) {
            items.add(new Letter.Item(null, reader.say().andMore(count - first.size())));
        }
        return items;
    }
}
