package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;

/** Reads Regions' names, each of which a large file says thousands of times, as one and the same text. */
final class RegionName extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return key.intern();
    }
}
