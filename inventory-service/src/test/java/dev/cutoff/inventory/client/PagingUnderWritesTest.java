package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand clients are read page by page while somebody else adds, changes and removes some. */
@InventoryTest
class PagingUnderWritesTest {

    private static final int CLIENTS = 100_000;

    /** Often enough that writes fall among all pages, and not so often that reading waits for them. */
    private static final int PAGES_A_TURN = 5;

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @AfterEach
    void forget() {
        Database.forget(tenant);
    }

    @Test
    void every_client_that_was_there_all_along_is_seen_exactly_once() {
        Api.bulk(tenant, CLIENTS);
        // What the other writer may change or remove is named; all others are there all along.
        var untouched = new HashSet<>(Database.select("""
                select id from client where tenant_id = '%s' and name not like '%%7'""".formatted(tenant)));
        var turns = new Semaphore(1);
        var isDone = new AtomicBoolean();

        List<String> seen;
        try (var others = Executors.newSingleThreadExecutor()) {
            var writes = CompletableFuture.supplyAsync(() -> write(turns, isDone), others);
            try {
                seen = read(turns);
            } finally {
                isDone.set(true);
                turns.release();
            }
            assertThat(writes.join()).as("writes in between").isGreaterThan(3);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(untouched).hasSize(CLIENTS * 9 / 10);
        untouched.removeAll(new HashSet<>(seen));
        assertThat(untouched).as("missed").isEmpty();
    }

    /** Past the check of every answer against the contract, which others see to. */
    private List<String> read(Semaphore turns) {
        var seen = new ArrayList<String>(CLIENTS);
        var address = "/v1/clients?fields=id&limit=500&tenant=" + tenant;
        for (var pages = 1; address != null; pages++) {
            var page = Api.as(Tokens.viewer(tenant))
                    .noFilters()
                    .urlEncodingEnabled(false)
                    .get(address);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            Api.tree(page)
                    .path("items")
                    .forEach(client -> seen.add(client.path("id").asText()));
            var link = page.header("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
            if (pages % PAGES_A_TURN == 0) {
                turns.release();
            }
        }
        return seen;
    }

    /** Each turn one is added, a hundred move in every order there is, and a hundred are gone. */
    private int write(Semaphore turns, AtomicBoolean isDone) {
        var done = 0;
        for (; !isDone.get(); done++) {
            turns.acquireUninterruptibly();
            Api.upsertClients(
                            tenant,
                            "{\"source\": \"s\", \"externalId\": \"%d\", \"tenantId\": \"%s\"}".formatted(done, tenant))
                    .then()
                    .statusCode(200);
            Database.execute("""
                    update client set version = version + 1, name = 'Moved ' || name, status = 'planned'
                    where (tenant_id, id) in (select tenant_id, id from client where tenant_id = '%s' and name like 'Device %%7'
                                              limit 100)""".formatted(tenant));
            Database.execute("""
                    delete from client
                    where (tenant_id, id) in (select tenant_id, id from client where tenant_id = '%s' and name like 'Moved %%7'
                                              limit 50)""".formatted(tenant));
        }
        return done;
    }
}
