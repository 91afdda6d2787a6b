package io.sharewell.simulator.protocol;

import io.sharewell.simulator.model.OperationModel;
import java.util.Map;

/** The operation a request names, with the labels its path carried. */
public record Routed(OperationModel operation, Map<String, String> labels) {}
