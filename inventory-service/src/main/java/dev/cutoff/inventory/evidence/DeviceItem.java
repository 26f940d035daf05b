package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.vocabulary.MobileDevices;
import org.jspecify.annotations.Nullable;

/** A partnership of a mobile device as the client that it is: inventory, and no use until a sign-in shows some. */
final class DeviceItem {

    private static final String SOURCE = "exchange-mobile-devices";

    private DeviceItem() {}

    static JsonNode of(JsonNode device, MobileDevices devices) {
        var id = device.path("deviceId").asText();
        var model = device.path("model").asText(null);
        var product = devices.recognise(id, model);
        var item = JsonNodeFactory.instance.objectNode().put("source", SOURCE).put("externalId", id);
        item.put("kind", WireName.of(product.kind()));
        put(item, "vendor", product.vendor());
        put(item, "product", product.name());
        var stated = device.path("operatingSystem").asText(null);
        put(item, "operatingSystem", stated == null ? product.operatingSystem() : stated);
        put(
                item,
                "name",
                name(
                        model == null ? "Mobile device" : model,
                        device.path("person").asText(null)));
        put(item, "account", device.path("account").asText(null));
        var version = device.path("easVersion").asText("");
        if (device.path("clientType").asText("EAS").equalsIgnoreCase("EAS") && version.matches("\\d+\\.\\d+")) {
            item.putArray("tags").add("eas-" + version);
        }
        return item;
    }

    private static String name(String model, @Nullable String person) {
        return person == null ? model : model + " of " + person;
    }

    /** What the export does not say keeps what is there. */
    private static void put(ObjectNode item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
