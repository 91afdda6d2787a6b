package io.sharewell.writer.aws;

import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/** What became of the SDK's attempts at one call. */
final class Attempts implements MetricPublisher {

    private static final int SERVER_ERRORS = 500;
    private static final int UNAVAILABLE = 503;

    private boolean oneIsUncertain;

    /**
     * Whether AWS did not answer one of them, or with an error of its own: what was asked may have been done. An attempt
     * that did not reach AWS is told as one that AWS did not answer.
     */
    boolean oneIsUncertain() {
        return oneIsUncertain;
    }

    @Override
    public void publish(MetricCollection call) {
        oneIsUncertain = call.children().stream().anyMatch(Attempts::isUncertain);
    }

    private static boolean isUncertain(MetricCollection attempt) {
        return attempt.metricValues(HttpMetric.HTTP_STATUS_CODE).stream()
                .allMatch(status -> status >= SERVER_ERRORS && status != UNAVAILABLE);
    }

    @Override
    public void close() {
        // Nothing is open
    }
}
