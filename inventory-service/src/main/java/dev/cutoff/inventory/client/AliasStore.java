package dev.cutoff.inventory.client;

import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Where clients have gone that were found to be another, and what goes with one that is gone for good. */
@Singleton
class AliasStore {

    private final Jdbi jdbi;

    AliasStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The client that this id is another name of. */
    Optional<UUID> find(TenantScope scope, UUID id) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select client_id from client_alias where id = :id and client_id <> :id"
                            + (scope.all() ? "" : " and tenant_id = any(:scope)"))
                    .bind("id", id);
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(UUID.class)
                    .findOne();
        });
    }

    /** Makes one the other's alias, with all names that it has; what it was discovered by finds the other. */
    void point(UUID tenant, UUID from, UUID into) {
        execute(tenant, from, into, """
                update client_external_id set client_id = :into where tenant_id = :tenant and client_id = :from""");
        execute(
                tenant,
                from,
                into,
                "update client_alias set client_id = :into where tenant_id = :tenant and client_id = :from");
        execute(tenant, from, into, """
                insert into client_alias (tenant_id, id, client_id, discovered_account, discovered_product)
                select tenant_id, id, :into, discovered_account, discovered_product from client
                where tenant_id = :tenant and id = :from
                on conflict (tenant_id, id) do update
                set (client_id, discovered_account, discovered_product)
                  = (excluded.client_id, excluded.discovered_account, excluded.discovered_product)""");
    }

    /** A client that evidence has discovered is one that a source declares from now on, and keeps what it was discovered by. */
    void declare(UUID tenant, UUID id) {
        point(tenant, id, id);
        execute(tenant, id, id, """
                update client set (discovered_account, discovered_product) = (null, null)
                where tenant_id = :tenant and id = :from and :into = id""");
    }

    private void execute(UUID tenant, UUID from, UUID into, String sql) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant)
                .bind("from", from)
                .bind("into", into)
                .execute());
    }

    /** Whether a usage that evidence knows is linked to it. */
    boolean isUsed(UUID tenant, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from client_usage where tenant_id = :tenant and client_id = :id)")
                .bind("tenant", tenant)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** Removes a client with its places and links; its names and aliases go with it. */
    void remove(UUID tenant, UUID id) {
        jdbi.useHandle(handle -> {
            for (var table :
                    new String[] {"client_account where client_id", "client_usage where client_id", "client where id"
                    }) {
                handle.createUpdate("delete from " + table + " = :id and tenant_id = :tenant")
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .execute();
            }
        });
    }
}
