package io.sharewell.simulator.admin;

/** An answer that is a text already. */
record AdminText(String contentType, String text) {

    static AdminText json(String text) {
        return new AdminText("application/json", text);
    }

    static AdminText yaml(String text) {
        return new AdminText("application/yaml", text);
    }
}
