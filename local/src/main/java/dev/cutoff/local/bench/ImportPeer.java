package dev.cutoff.local.bench;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Imports;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** The service, as anybody uses it: over HTTP, until the import says that it has succeeded. */
final class ImportPeer {

    private final URI service;
    private final Http http;

    ImportPeer(Suite suite) {
        this.service = suite.addresses().of(Service.INVENTORY);
        this.http = Http.with(new Tokens(suite).token("operator", "*", "bench"));
    }

    UUID tenant() {
        var tenant = UUID.randomUUID();
        http.post(
                service.resolve("/v1/tenants:upsert"),
                "application/json",
                BodyPublishers.ofString("{\"items\": [{\"id\": \"%s\", \"name\": \"Bench\"}]}".formatted(tenant)));
        return tenant;
    }

    /** @return how long it took, in nanoseconds */
    long load(SignInFile file, UUID tenant) {
        var began = System.nanoTime();
        var job = new Imports(service, http, ProgressBar.none()).run(file.log(), tenant);
        var nanos = System.nanoTime() - began;
        if (job.path("accepted").asLong(0) != file.count()) {
            throw new Failure("The import did not take every row: " + job);
        }
        return nanos;
    }
}
