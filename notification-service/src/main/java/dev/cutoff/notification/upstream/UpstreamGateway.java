package dev.cutoff.notification.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.change.ChangeFollower;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what another service answers, whole or not at all: whatever the reason, a timeout, a refusal, an answer that cannot be read,
 * it is {@link Unreachable}.
 */
public abstract class UpstreamGateway {

    private final String service;

    /** @param service as people call it */
    protected UpstreamGateway(String service) {
        this.service = service;
    }

    /** All pages of a list, one after the other; if one cannot be had, the reader must not use the others as if they were all. */
    protected final <T> void eachPage(Function<@Nullable String, ? extends Listed<T>> page, Consumer<List<T>> reader) {
        String cursor = null;
        do {
            var after = cursor;
            var read = answer(() -> page.apply(after));
            reader.accept(read.items());
            cursor = read.next();
        } while (cursor != null);
    }

    /** @return empty where the answer is 404 */
    protected final <T> Optional<T> found(Supplier<T> call) {
        return unless(404, call);
    }

    /** A page of the change feed; without a cursor to go on with where ours is gone. */
    protected final ChangeFollower.Batch feed(Supplier<? extends Listed<JsonNode>> call) {
        return unless(410, call)
                .map(changes -> new ChangeFollower.Batch(changes.items(), changes.next()))
                .orElseGet(() -> new ChangeFollower.Batch(List.of(), null));
    }

    private <T> Optional<T> unless(int status, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == status) {
                return Optional.empty();
            }
            throw new Unreachable(service, e);
        } catch (RuntimeException e) {
            throw new Unreachable(service, e);
        }
    }

    private <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new Unreachable(service, e);
        }
    }
}
