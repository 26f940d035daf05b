package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Grounds;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.TenantPolicies;
import dev.cutoff.notification.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of a tenant is made from, beside its clients.
 *
 * @param cutoffs by their lines
 * @param today in the zone of the tenant
 */
record Scene(Tenant tenant, Map<Line, Cutoff> cutoffs, TenantPolicies policies, LocalDate today) {

    /**
     * What is known of a line of a client, against which answers are held.
     *
     * @param lastUse last success with what the line ends; null if none was seen
     */
    Reply.Ground ground(Client client, Line line, @Nullable Instant lastUse) {
        return held(client, cutoffs.get(line), lastUse);
    }

    /** What is known of a client that no line decides for. */
    Reply.Ground ground(Client client) {
        return held(client, null, null);
    }

    private Reply.Ground held(Client client, @Nullable Cutoff cutoff, @Nullable Instant lastUse) {
        return Grounds.of(cutoff, client.resolved(), client.ownerEmail(), lastUse, tenant.timeZone(), today);
    }
}
