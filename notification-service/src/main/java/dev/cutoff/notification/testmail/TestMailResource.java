package dev.cutoff.notification.testmail;

import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A mail to oneself. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Dispatch")
class TestMailResource {

    private final TestMails mails;

    TestMailResource(TestMails mails) {
        this.mails = mails;
    }

    @POST
    @Path("dispatch:test-mail")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "sendTestMail",
            summary = "Send a test mail to yourself",
            description =
                    "At once, also while mail is held: to the address that the token says, or to a contact of a tenant that the token sees. Says"
                            + " what the mail server said. Ten a minute for each caller; counted against the transport's rate.")
    @APIResponse(responseCode = "200", description = "What became of it")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooManyRequests")
    public TestMail send(@RequestBody(required = false) @Valid @Nullable TestMailRequest body) {
        return mails.send(body == null ? TestMailRequest.EMPTY : body);
    }
}
