package io.appkernel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Refuses numbers such as 1e99999: short to send, they cannot be written back and are slow to reckon with. */
final class Decimals extends BigDecimalDeserializer {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_SCALE = 9_999;

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal value = super.deserialize(parser, context);
        if (value != null && Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw context.weirdNumberException(value, BigDecimal.class, "out of range");
        }
        return value;
    }
}
