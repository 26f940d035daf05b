package dev.cutoff.notification.notice;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The attempts to send notices. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Deliveries", description = "Attempts to send notices, and what became of them")
class DeliveriesResource {

    private final Deliveries deliveries;

    DeliveriesResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Path("deliveries")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listDeliveries",
            summary = "List attempts to send notices",
            description =
                    "In the order in which they began: who was told what, when, and whether it arrived. The text is the preview"
                            + " of the notice.")
    @APIResponse(responseCode = "200", description = "A page of attempts")
    public Page<Delivery> list(
            @Parameter(description = "Only attempts at this notice", example = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
                    @QueryParam("notice")
                    @Nullable UUID notice,
            @Parameter(description = "Only those to this mail address", example = "nao.kato@contoso.example")
                    @QueryParam("recipient")
                    @Size(max = 254) @Nullable String recipient,
            @Parameter(description = "Only those about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Only those about this client", example = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
                    @QueryParam("client")
                    @Nullable UUID client,
            @Parameter(
                            description =
                                    "Only those about this programme; one that there is not is 400 with those that there are",
                            example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    @Size(max = 200) @Nullable String programme,
            @Parameter(description = "Only those that ended so", example = "accepted") @QueryParam("outcome") @Nullable Outcome outcome,
            @Parameter(description = "Only those of notices of this day or later", example = "2022-09-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Only those of notices of this day or earlier", example = "2022-09-30")
                    @QueryParam("to")
                    @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        var person = recipient == null ? null : recipient.toLowerCase(Locale.ROOT);
        return deliveries.list(
                new DeliveryStore.Filter(notice, person, tenant, client, programme, outcome, from, to), paging);
    }
}
