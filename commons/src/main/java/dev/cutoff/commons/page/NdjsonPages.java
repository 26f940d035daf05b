package dev.cutoff.commons.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** A whole list as JSON, an item a line, page after page, so that memory stays flat. */
@Provider
@Produces(NdjsonPages.MEDIA_TYPE)
public final class NdjsonPages implements MessageBodyWriter<Page<?>> {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final ObjectMapper json;

    NdjsonPages(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        var lines = json.createGenerator(body).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        lines.setRootValueSeparator(null);
        for (Page<?> current = page; current != null; current = current.after()) {
            for (var item : current.items()) {
                json.writeValue(lines, PageJson.shown(json, item, current.fields()));
                lines.writeRaw('\n');
            }
        }
        lines.flush();
    }
}
