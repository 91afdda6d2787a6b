package io.sharewell.simulator.model;

/** How a service's calls travel, in the words of AWS's service models. */
public enum Protocol {
    JSON,
    REST_JSON,
    QUERY;

    static Protocol of(String name) {
        return switch (name) {
            case "json" -> JSON;
            case "rest-json" -> REST_JSON;
            case "query" -> QUERY;
            default -> throw new IllegalArgumentException("Not a protocol this simulator speaks: " + name);
        };
    }
}
