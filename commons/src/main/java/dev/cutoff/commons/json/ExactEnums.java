package dev.cutoff.commons.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/** Takes the name of a constant and nothing around it; Jackson's own would also take {@code " held"}, and {@code "held\u0000"}. */
final class ExactEnums extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> lenient) {
        return new Exact(lenient);
    }

    private static final class Exact extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        Exact(JsonDeserializer<?> lenient) {
            super(lenient);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> lenient) {
            return new Exact(lenient);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)
                    && parser.getText().trim().length() != parser.getText().length()) {
                return context.handleWeirdStringValue(handledType(), parser.getText(), "There is something around it");
            }
            return super.deserialize(parser, context);
        }
    }
}
