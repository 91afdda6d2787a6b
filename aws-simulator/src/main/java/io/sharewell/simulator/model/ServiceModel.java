package io.sharewell.simulator.model;

import java.util.Map;

/**
 * One AWS service.
 *
 * @param name its signing name, such as {@code wellarchitected}
 * @param targetPrefix first part of {@code X-Amz-Target}, null outside the json protocol
 * @param xmlNamespace null outside the query protocol
 */
public record ServiceModel(
        String name,
        Protocol protocol,
        String apiVersion,
        String targetPrefix,
        String xmlNamespace,
        Map<String, OperationModel> operations,
        Map<String, ErrorModel> errors) {}
