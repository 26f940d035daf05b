package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.audit.AuditTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that the ledger refused. They belong into the audit trail like the others, but the transaction that refuses is rolled back:
 * so they wait here until it is over. Writing them in a second transaction inside the first would need a second connection while one
 * is held, and many refusals at once would wait for each other.
 */
@RequestScoped
class RefusedRequests {

    private final AuditTrail audit;
    private final List<AuditTrail.Entry> entries = new ArrayList<>();

    RefusedRequests(AuditTrail audit) {
        this.audit = audit;
    }

    void note(AuditTrail.Entry entry) {
        entries.add(entry);
    }

    void write() {
        if (!entries.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> audit.record(entries));
            entries.clear();
        }
    }
}
