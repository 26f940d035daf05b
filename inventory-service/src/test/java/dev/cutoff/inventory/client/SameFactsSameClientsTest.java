package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Evidence, CMDB lists and owner lists make the same clients in whatever order they come: the same ids, links, owners and all. */
@InventoryTest
class SameFactsSameClientsTest {

    @Test
    void the_order_of_files_makes_no_difference() {
        var samples = new Samples();
        var files = new ArrayList<Samples.File>();
        // Before, while and after Basic is switched off; the months between add no other case.
        Stream.of("2022-08", "2022-10", "2022-12").forEach(month -> files.addAll(samples.signIns(month)));
        var lists = Stream.of("contoso", "fabrikam", "northwind")
                .flatMap(tenant -> Stream.of(samples.list(tenant, "cmdb-clients"), samples.list(tenant, "owners")))
                .toList();

        var listsLast = inventoryAfter(samples, concat(files, lists));
        var listsFirst = inventoryAfter(samples, concat(lists.reversed(), files.reversed()));

        assertThat(listsFirst).isEqualTo(listsLast);
        for (var seed = 1; seed <= 2; seed++) {
            var shuffled = concat(files, lists);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(inventoryAfter(samples, shuffled)).as("order %d", seed).isEqualTo(listsLast);
        }
        assertThat(listsLast).hasSizeGreaterThan(200);
    }

    private static List<Samples.File> concat(List<Samples.File> one, List<Samples.File> other) {
        return Stream.of(one, other).flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Everything that is shown after these files, but for versions and times, which tell how it came to be. */
    private static TreeSet<String> inventoryAfter(Samples samples, List<Samples.File> files) {
        Database.forget(samples.tenants());
        for (var file : files) {
            var job = Api.imported(file.tenant(), file.content());
            assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
            assertThat(job.path("rejected").asLong()).as(job.toString()).isZero();
        }
        var token = Tokens.viewer(samples.tenants());
        return Stream.of("/v1/clients", "/v1/usages", "/v1/usages?attemptsOnly=true", "/v1/owners", "/v1/owner-rules")
                .flatMap(list -> Api.all(token, list).stream())
                .map(SameFactsSameClientsTest::timeless)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String timeless(JsonNode item) {
        var shown = ((ObjectNode) item).without("version");
        shown.findParents("statedAt").forEach(stated -> ((ObjectNode) stated).remove("statedAt"));
        return shown.toString();
    }
}
