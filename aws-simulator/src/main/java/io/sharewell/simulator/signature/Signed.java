package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a request says about its signature, in the {@code Authorization} header or, presigned, in the
 * query string.
 *
 * @param timestamp as sent, such as {@code 20261121T170000Z}
 * @param sessionToken null if there is none
 * @param validity null unless presigned
 */
public record Signed(
        CredentialScope scope,
        List<String> headers,
        String signature,
        String timestamp,
        String sessionToken,
        Duration validity) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    /**
     * Reads it.
     *
     * @return null if the request is not signed at all
     * @throws SignatureProblem if it is signed in a way that cannot be understood
     */
    public static Signed of(HttpMessage request) {
        var header = request.header("Authorization");
        if (header != null) {
            return fromHeader(header, request);
        }
        return request.query().contains("X-Amz-Signature=") ? fromQuery(Parameters.parse(request.query())) : null;
    }

    private static Signed fromHeader(String header, HttpMessage request) {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw incomplete("Authorization header requires 'AWS4-HMAC-SHA256'. Authorization=" + firstWord(header));
        }
        return new Signed(
                CredentialScope.parse(needed(header, "Credential")),
                List.of(needed(header, "SignedHeaders").split(";")),
                needed(header, "Signature"),
                date(request),
                request.header("X-Amz-Security-Token"),
                null);
    }

    private static Signed fromQuery(Map<String, String> query) {
        if (!ALGORITHM.equals(query.get("X-Amz-Algorithm"))) {
            throw incomplete("Unsupported AWS 'algorithm': '" + query.get("X-Amz-Algorithm") + "'.");
        }
        return new Signed(
                CredentialScope.parse(needed(query, "X-Amz-Credential", "AWS query-string parameters")),
                List.of(needed(query, "X-Amz-SignedHeaders", "AWS query-string parameters")
                        .split(";")),
                needed(query, "X-Amz-Signature", "AWS query-string parameters"),
                needed(query, "X-Amz-Date", "AWS query-string parameters"),
                query.get("X-Amz-Security-Token"),
                validity(query.getOrDefault("X-Amz-Expires", "900")));
    }

    private static Duration validity(String seconds) {
        try {
            var validity = Duration.ofSeconds(Integer.parseInt(seconds));
            if (validity.isNegative() || validity.compareTo(LONGEST_VALIDITY) > 0) {
                throw incomplete("X-Amz-Expires must be non-negative and not more than a week (in seconds)");
            }
            return validity;
        } catch (NumberFormatException _) {
            throw incomplete("X-Amz-Expires should be a number");
        }
    }

    /** AWS also takes the header that HTTP has for it. */
    private static String date(HttpMessage request) {
        var date = request.header("X-Amz-Date");
        if (date == null && request.header("Date") == null) {
            throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        return date == null ? Timestamp.ofHttpDate(request.header("Date")) : date;
    }

    /** The value in {@code …, Name=value, …}. */
    private static String needed(String header, String name) {
        int start = header.indexOf(name + "=");
        while (start > 0 && header.charAt(start - 1) != ' ' && header.charAt(start - 1) != ',') {
            start = header.indexOf(name + "=", start + 1);
        }
        int from = start + name.length() + 1;
        int comma = header.indexOf(',', from);
        var value = start < 0
                ? ""
                : header.substring(from, comma < 0 ? header.length() : comma).trim();
        if (value.isEmpty()) {
            throw incomplete("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static String needed(Map<String, String> parts, String name, String where) {
        var value = parts.get(name);
        if (value == null || value.isEmpty()) {
            throw incomplete(where + " requires '" + name + "' parameter.");
        }
        return value;
    }

    private static String firstWord(String header) {
        return header.substring(0, Math.max(0, header.indexOf(' ')));
    }

    private static SignatureProblem incomplete(String message) {
        return new SignatureProblem(CommonError.INCOMPLETE_SIGNATURE, message);
    }
}
