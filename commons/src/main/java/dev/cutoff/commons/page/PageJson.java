package dev.cutoff.commons.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Writes a page with the fields that were asked for, and its total only if that was asked for. */
final class PageJson extends JsonSerializer<Page<?>> {

    @Override
    public void serialize(Page<?> page, JsonGenerator out, SerializerProvider serializers) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (var item : page.items()) {
            if (page.fields().isEmpty()) {
                serializers.defaultSerializeValue(item, out);
            } else {
                out.writeTree(shown((ObjectMapper) out.getCodec(), item, page.fields()));
            }
        }
        out.writeEndArray();
        out.writeStringField("next", page.next());
        if (page.total() != null) {
            serializers.defaultSerializeField("total", page.total(), out);
        }
        out.writeEndObject();
    }

    /** An item as a tree, with these of its fields in this order; with all if there are none. */
    static JsonNode shown(ObjectMapper json, Object item, List<String> fields) {
        ObjectNode whole = json.valueToTree(item);
        if (fields.isEmpty()) {
            return whole;
        }
        var part = json.createObjectNode();
        fields.forEach(field -> part.set(field, whole.get(field)));
        return part;
    }
}
