package io.sharewell.simulator.model;

/** Where in an HTTP message a member travels. */
public enum Location {
    BODY,
    URI,
    QUERY_STRING,
    HEADER;

    static Location of(String name) {
        return switch (name) {
            case "" -> BODY;
            case "uri" -> URI;
            case "querystring" -> QUERY_STRING;
            case "header" -> HEADER;
            default -> throw new IllegalArgumentException("Not a location this simulator knows: " + name);
        };
    }
}
