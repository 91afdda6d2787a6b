package io.sharewell.simulator.protocol;

import java.util.Map;

/** An answer as it goes out; the server adds length and date. */
public record Reply(int status, Map<String, String> headers, byte[] body) {}
