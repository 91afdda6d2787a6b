package io.sharewell.simulator.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * One call.
 *
 * @param time by the simulator's clock
 * @param operation null if the request named none
 * @param accountId the caller's account, null if the caller is not known
 * @param status null if no answer was given
 * @param errorCode null for a success; {@code Dropped} and {@code Hung} for a fault without an answer
 * @param parameters those of interest; never a secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallRecord(
        Instant time,
        String service,
        String operation,
        String accountId,
        String callerArn,
        String region,
        Integer status,
        String errorCode,
        String requestId,
        String fault,
        Map<String, JsonNode> parameters) {}
