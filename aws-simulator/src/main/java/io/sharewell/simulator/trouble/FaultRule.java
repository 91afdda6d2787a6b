package io.sharewell.simulator.trouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * A fault and the calls it befalls. What is null does not restrict.
 *
 * @param id null: made up
 * @param service signing name such as {@code wellarchitected}
 * @param operation such as {@code ListWorkloads}
 * @param accountId the caller's account; for AssumeRole the account of the role
 * @param probability of befalling a call that fits, from 0 to 1; null: 1
 * @param seed of the chance; null: 1
 * @param count how many calls it befalls before it is used up; null: without end
 * @param code the error's code; null: InternalFailure
 * @param status the error's HTTP status; null: the model's for that code, else 500
 * @param delay before the answer; null: none
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
        Kind kind,
        String code,
        Integer status,
        String message,
        Duration delay) {

    public FaultRule {
        if (kind == null) {
            throw new IllegalArgumentException(
                    "A fault needs a kind: error, delay, hang, dropBefore, dropAfter or truncate");
        }
        if (probability != null && (probability < 0 || probability > 1)) {
            throw new IllegalArgumentException("A fault's probability lies between 0 and 1, not at " + probability);
        }
        if (kind == Kind.DELAY && delay == null) {
            throw new IllegalArgumentException("A fault of kind delay needs a delay, such as 2s");
        }
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
                kind,
                code,
                status,
                message,
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
        /** The answer comes late. */
        @JsonProperty("delay")
        DELAY,
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
        TRUNCATE
    }
}
