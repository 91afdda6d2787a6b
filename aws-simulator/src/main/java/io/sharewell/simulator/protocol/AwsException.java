package io.sharewell.simulator.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error that the caller gets to see. Costs no stack trace: refusing is an everyday answer here. */
public final class AwsException extends RuntimeException {

    /** Status of an error whose status the service's model tells. */
    static final int AS_MODELLED = 0;

    private final String code;
    private final int status;
    private final transient Map<String, Object> members;

    private AwsException(String code, int status, String message, Map<String, Object> members) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.members = members;
    }

    /** An error of the service's model, which also tells its HTTP status. */
    public static AwsException modelled(String shapeName, String message) {
        return new AwsException(shapeName, AS_MODELLED, message, Map.of());
    }

    /** An error that services give without declaring it. */
    public static AwsException undeclared(String code, int status, String message) {
        return new AwsException(code, status, message, Map.of());
    }

    /** The same error with one more member; values are texts, lists and maps as JSON has them. */
    public AwsException with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new AwsException(code, status, getMessage(), more);
    }

    public String code() {
        return code;
    }

    int status() {
        return status;
    }

    Map<String, Object> members() {
        return members;
    }
}
