package dev.cutoff.commons.security;

import dev.cutoff.commons.json.StrictJson;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Knows who is calling: the job that is running, else the token of the request, else nobody. */
@ApplicationScoped
public class Callers {

    private static final ScopedValue<Caller> JOB = ScopedValue.newInstance();

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Runs work of our own as somebody; requests never do. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        return ScopedValue.where(JOB, caller).call(work::get);
    }

    public Caller current() {
        if (JOB.isBound()) {
            return JOB.get();
        }
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        TenantScope scope = identity.getAttribute(VerifiedTokens.SCOPE);
        return scope != null && identity.getPrincipal() instanceof JsonWebToken token
                ? new Caller(String.valueOf(token.getSubject()), scope)
                : Caller.NOBODY;
    }

    public TenantScope scope() {
        return current().scope();
    }

    /** A list of ids or one text with commas; {@code *} sees all. What is no id gives no sight of anything. */
    static TenantScope scope(@Nullable Object claim) {
        var entries = entries(claim).map(String::strip).collect(Collectors.toSet());
        if (entries.contains("*")) {
            return TenantScope.ALL;
        }
        return TenantScope.of(entries.stream().flatMap(Callers::id).collect(Collectors.toSet()));
    }

    private static Stream<String> entries(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.of();
            case JsonArray array -> array.stream().flatMap(Callers::entries);
            case JsonString text -> entries(text.getString());
            case Collection<?> collection -> collection.stream().flatMap(Callers::entries);
            case Object other -> Arrays.stream(other.toString().split(","));
        };
    }

    private static Stream<UUID> id(String entry) {
        try {
            return Set.of(StrictJson.parseUuid(entry)).stream();
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }
}
