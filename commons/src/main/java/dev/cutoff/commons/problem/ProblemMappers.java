package dev.cutoff.commons.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.cutoff.commons.database.Outage;
import dev.cutoff.commons.json.JsonFaults;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes what is said. Unknown failures are logged whole and told as nothing. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowed;

    ProblemMappers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(refusal.problem())
                .header(HttpHeaders.RETRY_AFTER, refusal.retryAfter())
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> unauthenticated(Exception failure, RoutingContext context) {
        var answer = answer(Problem.of(
                ProblemType.UNAUTHENTICATED, "Send Authorization: Bearer TOKEN with a token of the configured issuer"));
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom()
                    .item(answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build());
        }
        return authenticator.getChallenge(context).map(challenge -> {
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            return answer.build();
        });
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return answer(Problem.of(ProblemType.ROLE_MISSING, "Roles are viewer, operator, admin and service"))
                .build();
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException failure) {
        return refusal(Refusal.invalid(JsonFaults.errorsOf(failure)));
    }

    /** Named one by one, because Quarkus brings mappers of its own for the nearer of these types. */
    @ServerExceptionMapper({
        JsonProcessingException.class,
        MismatchedInputException.class,
        ValueInstantiationException.class
    })
    Response unreadable(JsonProcessingException failure) {
        return refusal(failure.getCause() instanceof Refusal cause ? cause : JsonFaults.refusalOf(failure));
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (failure.getCause() instanceof Refusal refusal) {
            return refusal(refusal);
        }
        var status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unknown(failure);
        }
        var answer = answer(problemOf(status));
        if (status == 405) {
            allowed.at(uri.getPath()).ifPresent(methods -> answer.header(HttpHeaders.ALLOW, methods));
        }
        List.of("Accept", "Accept-Patch").forEach(name -> {
            var value = failure.getResponse().getHeaderString(name);
            if (value != null) {
                answer.header(name, value);
            }
        });
        return answer.build();
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, null);
            case 403 -> Problem.of(ProblemType.ROLE_MISSING, null);
            case 404 ->
                Problem.of(ProblemType.NOT_FOUND, "Nothing is found at this address, or a part of it is malformed");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, null);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, null);
            case 413 -> Problem.of(ProblemType.TOO_LARGE, null);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, null);
            default -> Problem.of(ProblemType.INVALID_REQUEST, null);
        };
    }

    @ServerExceptionMapper
    Response unknown(Throwable failure) {
        var instance = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.errorf(failure, "Request failed, instance=%s", instance);
        var type = Outage.mayPass(failure) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL;
        return answer(new Problem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        "The log has more under this instance",
                        instance,
                        List.of(),
                        Map.of()))
                .build();
    }

    private static ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
