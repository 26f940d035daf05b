package dev.cutoff.local.proof;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.sink.Sink;
import dev.cutoff.local.sink.Taken;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the service says it has sent, held against what the mail server has taken. */
final class Ledger {

    private record Entry(String messageId, String state, int resends, String person) {}

    private static final int SHOWN = 5;

    private final Suite suite;
    private final Sink sink;

    Ledger(Suite suite, Sink sink) {
        this.suite = suite;
        this.sink = sink;
    }

    /** How many notices about the tenants have not been sent. */
    int unsent(Collection<UUID> tenants) {
        return (int) entries(tenants).stream()
                .filter(entry -> !entry.state().equals("sent"))
                .count();
    }

    /**
     * Whether each notice about the tenants has been sent and has arrived; at most once more than the ledger says; and whenever more than
     * once, with the same bytes.
     */
    Tally tally(Collection<UUID> tenants) {
        var faults = new ArrayList<String>();
        var entries = entries(tenants);
        var mails = 0;
        var duplicates = 0;
        var resends = 0;
        for (var entry : entries) {
            var arrived = sink.taken(entry.messageId());
            mails += arrived.size();
            duplicates += Math.max(0, arrived.size() - 1);
            resends += entry.resends();
            fault(entry, arrived).forEach(faults::add);
        }
        return new Tally(entries.size(), mails, duplicates, resends, shown(faults));
    }

    private static List<String> fault(Entry entry, List<Taken> arrived) {
        var faults = new ArrayList<String>();
        if (!entry.state().equals("sent")) {
            faults.add("%s is %s".formatted(entry.person(), entry.state()));
        }
        if (arrived.isEmpty()) {
            faults.add("%s never got it".formatted(entry.person()));
        }
        if (arrived.size() > 1 + entry.resends()) {
            faults.add("%s got it %d times, and the ledger says %d"
                    .formatted(entry.person(), arrived.size(), 1 + entry.resends()));
        }
        if (arrived.stream().map(Taken::sum).distinct().count() > 1) {
            faults.add("%s got it with other bytes".formatted(entry.person()));
        }
        if (arrived.stream().anyMatch(mail -> !mail.recipient().equals(entry.person()))) {
            faults.add("what is for %s went to somebody else".formatted(entry.person()));
        }
        return faults;
    }

    /** Mails that no notice stands for. */
    List<String> strays() {
        var known = new HashSet<>(messageIds());
        return shown(sink.messageIds().stream()
                .filter(id -> !known.contains(id))
                .map(id -> "nobody planned " + id)
                .toList());
    }

    private static List<String> shown(List<String> faults) {
        return faults.size() <= SHOWN
                ? List.copyOf(faults)
                : List.of(String.join("; ", faults.subList(0, SHOWN)), "and %d more".formatted(faults.size() - SHOWN));
    }

    private Set<String> messageIds() {
        try (var connection = connect();
                var query = connection.prepareStatement("select message_id from notice where message_id is not null");
                var rows = query.executeQuery()) {
            var all = new HashSet<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private List<Entry> entries(Collection<UUID> tenants) {
        try (var connection = connect();
                var query = connection.prepareStatement(
                        "select coalesce(message_id, ''), state, resends, person from notice where tenants && ?")) {
            query.setArray(1, connection.createArrayOf("uuid", tenants.toArray()));
            var entries = new ArrayList<Entry>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Connection connect() throws SQLException {
        var connection = suite.connect(Service.NOTIFICATION, "owner");
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
        }
        return connection;
    }

    private static Failure unreadable(SQLException e) {
        return new Failure("The ledger cannot be read: " + e.getMessage(), e);
    }
}
