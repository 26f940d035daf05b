package dev.cutoff.notification.reminder;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger of decisions. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Reminders", description = "What was decided to be told to whom, and what not, each with its reason")
class RemindersResource {

    private final Ledger ledger;

    RemindersResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("reminders")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listReminders",
            summary = "List what was decided to be told",
            description =
                    "Every decision about a rung, an all-clear or a finding: to tell somebody, or not to and why. By tenant and age. What"
                            + " is decided again, because the facts are others, replaces what was not sent.")
    @APIResponse(responseCode = "200", description = "A page of reminders")
    public Page<ReminderView> list(@BeanParam @Valid ReminderFilter filter, @BeanParam @Valid Paging paging) {
        return ledger.list(filter, paging);
    }
}
