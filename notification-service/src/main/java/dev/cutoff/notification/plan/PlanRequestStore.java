package dev.cutoff.notification.plan;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class PlanRequestStore {

    private static final String AGAIN = """
            on conflict (tenant_id) do update
            set requests = plan_request.requests + 1, in_round = plan_request.in_round or excluded.in_round,
                round_at = case when plan_request.in_round then plan_request.round_at else now() end,
                round_requests = case when excluded.in_round then plan_request.requests + 1 else plan_request.round_requests end,
                failures = 0, next_at = now()""";

    private final Jdbi jdbi;

    PlanRequestStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void ask(Collection<UUID> tenants, boolean inRound) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into plan_request (tenant_id, in_round)
                select distinct tenant, :inRound from unnest(:tenants) as tenant order by tenant
                """ + AGAIN)
                .bind("tenants", tenants.toArray(UUID[]::new))
                .bind("inRound", inRound)
                .execute());
    }

    void askAll() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into plan_request (tenant_id, in_round) select tenant_id, true from tenant order by tenant_id "
                        + AGAIN));
    }

    /**
     * The pass before single tenants, and who has waited longest first.
     *
     * @param largest only tenants of which the last plan was about no more clients than this
     */
    Optional<PlanRequest> claim(Duration lease, int largest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update plan_request
                        set lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => :lease)
                        where tenant_id = (
                            select tenant_id from plan_request
                            where next_at <= now() and (lease_until is null or lease_until < now())
                              and not exists (
                                  select from tenant t where t.tenant_id = plan_request.tenant_id and t.clients > :largest)
                            order by tenant_id <> :pass, requested_at, tenant_id limit 1 for update skip locked)
                        returning tenant_id, requests, failures, lease_token, now() as claimed_at""")
                .bind("lease", lease.toMillis() / 1000.0)
                .bind("largest", largest)
                .bind("pass", PlanRequest.PASS)
                .mapTo(PlanRequest.class)
                .findOne());
    }

    /** What somebody is just writing needs no longer lease: nobody takes what is locked. */
    void renew(Collection<PlanRequest> inHand, Duration lease) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_request set lease_until = now() + make_interval(secs => :lease)
                        where tenant_id in (
                            select r.tenant_id from plan_request r
                            join unnest(:tenants, :tokens) as held (id, token)
                              on r.tenant_id = held.id and r.lease_token = held.token
                            for update of r skip locked)""")
                .bind("tenants", inHand.stream().map(PlanRequest::tenantId).toArray(UUID[]::new))
                .bind("tokens", inHand.stream().map(PlanRequest::leaseToken).toArray(UUID[]::new))
                .bind("lease", lease.toMillis() / 1000.0)
                .execute());
    }

    boolean hold(PlanRequest request) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select true from plan_request where tenant_id = :tenant and lease_token = :token for update""")
                .bind("tenant", request.tenantId())
                .bind("token", request.leaseToken())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /**
     * Done, unless it was asked for again meanwhile; in the round no longer, unless that was for another one.
     *
     * @param rest how long it rests then before it is planned again
     */
    void finish(PlanRequest request, Duration rest) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from plan_request where tenant_id = :tenant and requests = :requests")
                    .bind("tenant", request.tenantId())
                    .bind("requests", request.requests())
                    .execute();
            handle.createUpdate("""
                    update plan_request set lease_token = null, lease_until = null, failures = 0, requested_at = now(),
                        in_round = in_round and round_requests > :requests, round_at = now(),
                        next_at = now() + make_interval(secs => :rest)
                    where tenant_id = :tenant""")
                    .bind("tenant", request.tenantId())
                    .bind("requests", request.requests())
                    .bind("rest", rest.toMillis() / 1000.0)
                    .execute();
        });
    }

    void failed(PlanRequest request, Duration pause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update plan_request
                set lease_token = null, lease_until = null, failures = failures + 1,
                    next_at = now() + make_interval(secs => :pause)
                where tenant_id = :tenant and lease_token = :token""")
                .bind("tenant", request.tenantId())
                .bind("token", request.leaseToken())
                .bind("pause", pause.toMillis() / 1000.0)
                .execute());
    }

    void retryNow() {
        jdbi.useHandle(handle -> handle.execute("update plan_request set next_at = now() where next_at > now()"));
    }

    boolean isClaimed() {
        return isAny("lease_until is not null");
    }

    boolean isWaiting() {
        return isAny("lease_until is null and failures = 0");
    }

    /** What has failed keeps nobody else's mail back, and nothing does for longer than this. */
    boolean hasRound(Duration longest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from plan_request
                            where in_round and failures = 0 and round_at > now() - make_interval(secs => :longest))""")
                .bind("longest", longest.toMillis() / 1000.0)
                .mapTo(Boolean.class)
                .one());
    }

    private boolean isAny(String condition) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from plan_request where " + condition + ")")
                        .mapTo(Boolean.class)
                        .one());
    }
}
