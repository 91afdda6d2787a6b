package io.sharewell.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;

/** An answer as it goes over the wire. */
record AdminText(int status, String contentType, Buffer text) {

    static AdminText json(Object answer) {
        try {
            return new AdminText(200, "application/json", Buffer.buffer(AdminFront.JSON.writeValueAsBytes(answer)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AdminText of(String contentType, String text) {
        return new AdminText(200, contentType, Buffer.buffer(text));
    }
}
