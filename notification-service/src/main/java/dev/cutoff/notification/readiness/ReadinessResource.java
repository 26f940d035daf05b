package dev.cutoff.notification.readiness;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one number: who is ready. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Readiness", description = "How far those have come who are affected, now and week by week")
class ReadinessResource {

    static final String SVG = "image/svg+xml";

    private final Readiness readiness;

    ReadinessResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("readiness")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE, ReadinessResource.SVG})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listReadiness",
            summary = "Count how far affected clients have come",
            description =
                    "Each affected client at one stage: nobody told, told, reached, answered, planned in time, done, verified. By tenant,"
                            + " programme, protocol, kind or owner, as it is now; `groupBy=week` is the course: each week as it ended, which"
                            + " never changes afterwards. A tenant stands in the weeks in which something of it was planned. With"
                            + " `Accept: image/svg+xml` as a chart of one page.")
    @APIResponse(responseCode = "200", description = "A page of groups, by their value")
    public Page<ReadinessGroup> list(@BeanParam @Valid ReadinessFilter filter, @BeanParam @Valid Paging paging) {
        return readiness.list(filter, paging);
    }

    /** Draws what is on a page. */
    @Provider
    @Produces(SVG)
    public static final class Drawing implements MessageBodyWriter<Page<ReadinessGroup>> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return genericType instanceof ParameterizedType page
                    && Page.class.equals(page.getRawType())
                    && ReadinessGroup.class.equals(page.getActualTypeArguments()[0]);
        }

        @Override
        public void writeTo(
                Page<ReadinessGroup> page,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream body)
                throws IOException {
            headers.putSingle("Content-Type", SVG + ";charset=UTF-8");
            // Names that others chose stand in there: nothing of it may run or load.
            headers.putSingle("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            body.write(new ReadinessChart(page).svg().getBytes(StandardCharsets.UTF_8));
        }
    }
}
