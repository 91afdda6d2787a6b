package io.sharewell.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.MultiMap;

/** A request to the admin API. */
record AdminRequest(String method, String path, MultiMap parameters, String body) {

    /** The path's part behind {@code /admin/<resource>/}, or null. */
    String id() {
        var parts = path.split("/");
        return parts.length > 3 ? parts[3] : null;
    }

    /** Method and resource, such as {@code GET faults}, {@code DELETE faults/} or {@code POST snapshots//restore}. */
    String what() {
        var parts = path.split("/");
        var resource = parts.length > 2 && parts.length < 6 && parts[1].equals("admin") ? parts[2] : "";
        return method + " " + resource + (parts.length > 3 ? "/" : "") + (parts.length > 4 ? "/" + parts[4] : "");
    }

    <T> T read(Class<T> type) throws JsonProcessingException {
        if (body.isBlank()) {
            throw new AdminException(400, "The request needs a JSON body");
        }
        return AdminFront.JSON.readValue(body, type);
    }

    /** A query parameter, or null. */
    String parameter(String name) {
        return parameters.get(name);
    }
}
