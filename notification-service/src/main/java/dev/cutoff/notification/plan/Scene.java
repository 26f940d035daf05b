package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.TenantPolicies;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a plan of a tenant is made from, beside its clients.
 *
 * @param cutoffs by their lines
 * @param today in the zone of the tenant
 */
record Scene(Tenant tenant, Map<Line, Cutoff> cutoffs, TenantPolicies policies, LocalDate today) {}
