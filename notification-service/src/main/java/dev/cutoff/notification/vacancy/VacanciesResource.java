package dev.cutoff.notification.vacancy;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
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

/** The queue of what nobody takes. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Vacancies", description = "Clients at risk that nobody takes")
class VacanciesResource {

    private final Vacancies vacancies;

    VacanciesResource(Vacancies vacancies) {
        this.vacancies = vacancies;
    }

    @GET
    @Path("vacancies")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listVacancies",
            summary = "List the clients that nobody takes",
            description =
                    "Because nobody answers for them, mail reaches nobody in line, they say that it is not theirs, or none of them has"
                            + " answered in time. One entry for each client and programme, the nearest cutoff first. The tenant's contact is"
                            + " told of them in their mails.")
    @APIResponse(responseCode = "200", description = "A page of vacancies")
    public Page<VacancyView> list(
            @BeanParam @Valid VacancyFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return vacancies.list(filter, view, paging);
    }
}
