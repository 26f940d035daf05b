package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where else something is written about a client: a ticket, a configuration item. */
@Schema(description = "Where else something is written about a client: a ticket, a configuration item")
public record ClientReference(
        @NotBlank @Size(max = 100) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) @Schema(description = "The other system", examples = "jira")
        String system,

        @NotBlank @Size(max = 200) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) @Schema(description = "Id there", examples = "MAIL-1402")
        String id,

        @Nullable @Size(max = 2000) @Pattern(
                regexp = "https?://[^\\s\\x00-\\x1f\\x7f<>\"]+",
                message = "must be an address that begins with https:// or http://")
        @Schema(
                description = "Address of its page; null if it has none",
                examples = "https://jira.contoso.example/browse/MAIL-1402",
                nullable = true)
        String url) {

    static List<ClientReference> read(JsonNode links) {
        return links.valueStream()
                .map(link -> new ClientReference(
                        link.path("system").asText(),
                        link.path("id").asText(),
                        link.path("url").asText(null)))
                .toList();
    }

    static JsonNode write(List<ClientReference> references) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        references.forEach(reference -> links.addObject()
                .put("system", reference.system())
                .put("id", reference.id())
                .put("url", reference.url()));
        return links;
    }
}
