package io.sharewell.aws;

import java.util.Map;

/** An answer as AWS's protocols put it on the wire. */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer ok(String json) {
        return new Answer(200, Map.of("Content-Type", "application/json"), json);
    }

    /** REST JSON: Well-Architected, Account. */
    static Answer restJson(int status, String errorType, String message) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", errorType),
                "{\"message\":\"" + message + "\"}");
    }

    /** JSON 1.1: Organizations, SSM. */
    static Answer json11(int status, String type, String message) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/x-amz-json-1.1"),
                "{\"__type\":\"" + type + "\",\"Message\":\"" + message + "\"}");
    }

    /** Query: STS. */
    static Answer query(int status, String code, String message) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/xml"),
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                        + code + "</Code><Message>" + message + "</Message></Error><RequestId>r-1</RequestId>"
                        + "</ErrorResponse>");
    }

    /** What stands between us and AWS answers. */
    static Answer html(int status) {
        return new Answer(status, Map.of("Content-Type", "text/html"), "<html><body>Go away</body></html>");
    }
}
