package io.sharewell.simulator.trouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewell.simulator.organization.Latency;
import java.time.Duration;

/**
 * A fault and the calls it befalls. What is null does not restrict.
 *
 * @param id null: made up
 * @param service signing name such as {@code wellarchitected}
 * @param operation such as {@code ListWorkloads}
 * @param accountId the caller's account; for AssumeRole the account of the role
 * @param probability of befalling a call that fits, from 0 to 1; null: 1
 * @param seed of chance and delays; null: 1
 * @param count how many calls it befalls before it is used up; null: without end
 * @param after how long after it is set it begins, by the simulator's clock; null: at once
 * @param lasting how long it lasts then; null: without end
 * @param code the error's code; null: InternalFailure
 * @param status the error's HTTP status; null: what the service's model, or what is common to all services, says of the
 *     code; without a code 500
 * @param body what is answered in place of AWS's error, as something in front of a service does; null: AWS's error
 * @param delay before the answer; for {@code trickle} how long the answer takes; null: none
 */
public record FaultRule(
        String id,
        String service,
        String operation,
        String accountId,
        String region,
        Double probability,
        Long seed,
        Integer count,
        Duration after,
        @JsonProperty("for") Duration lasting,
        Kind kind,
        String code,
        Integer status,
        String message,
        String body,
        Latency delay) {

    /** Throws IllegalArgumentException for what cannot be, and for calls that no model has. */
    public FaultRule {
        if (kind == null) {
            throw new IllegalArgumentException("A fault needs a kind: error, errorAfter, delay, trickle, hang,"
                    + " dropBefore, dropAfter or truncate");
        }
        FaultCheck.calls(service, operation, accountId, region);
        FaultCheck.howOften(probability, count, after, lasting);
        FaultCheck.error(kind, code, status, message, body);
        FaultCheck.status(service, operation, code, status);
        FaultCheck.delay(kind, delay);
    }

    FaultRule withId(String value) {
        return new FaultRule(
                value,
                service,
                operation,
                accountId,
                region,
                probability,
                seed,
                count,
                after,
                lasting,
                kind,
                code,
                status,
                message,
                body,
                delay);
    }

    boolean fits(Target target) {
        return fits(service, target.service())
                && fits(operation, target.operation())
                && fits(accountId, target.accountId())
                && fits(region, target.region());
    }

    private static boolean fits(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    /** The call that a fault may befall. */
    public record Target(String service, String operation, String accountId, String region) {}

    /** What goes wrong. */
    public enum Kind {
        /** An error is answered, without effect. */
        @JsonProperty("error")
        ERROR,
        /** An error is answered, after the effect. */
        @JsonProperty("errorAfter")
        ERROR_AFTER,
        /** The answer comes late. */
        @JsonProperty("delay")
        DELAY,
        /** The answer comes bit by bit. */
        @JsonProperty("trickle")
        TRICKLE,
        /** No answer ever comes; without effect. */
        @JsonProperty("hang")
        HANG,
        /** The connection is closed, without effect. */
        @JsonProperty("dropBefore")
        DROP_BEFORE,
        /** The connection is closed after the effect. */
        @JsonProperty("dropAfter")
        DROP_AFTER,
        /** Half of the answer comes, after the effect; then the connection is closed. */
        @JsonProperty("truncate")
        TRUNCATE;

        boolean isError() {
            return this == ERROR || this == ERROR_AFTER;
        }
    }
}
