package io.sharewell.aws.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/**
 * Times every attempt to call AWS, by service, operation, HTTP status and kind of error. Attempts and not calls: what AWS
 * throttles and the SDK then gets through would not be seen otherwise.
 */
final class CallMetrics implements MetricPublisher {

    private final MeterRegistry metrics;

    CallMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void publish(MetricCollection call) {
        String service = first(call, CoreMetric.SERVICE_ID, "unknown");
        String operation = first(call, CoreMetric.OPERATION_NAME, "unknown");
        call.childrenWithName("ApiCallAttempt").forEach(attempt -> metrics.timer(
                        "sharewell.aws.calls",
                        "service",
                        service,
                        "operation",
                        operation,
                        // None if no answer came
                        "code",
                        first(attempt, HttpMetric.HTTP_STATUS_CODE, "none"),
                        // The SDK's word, such as Throttling or ServerError
                        "error",
                        first(attempt, CoreMetric.ERROR_TYPE, "none"))
                .record(durationOf(attempt)));
    }

    private static Duration durationOf(MetricCollection attempt) {
        List<Duration> durations = attempt.metricValues(CoreMetric.SERVICE_CALL_DURATION);
        return durations.isEmpty() ? Duration.ZERO : durations.getFirst();
    }

    private static String first(MetricCollection metrics, SdkMetric<?> metric, String otherwise) {
        List<?> values = metrics.metricValues(metric);
        return values.isEmpty() ? otherwise : String.valueOf(values.getFirst());
    }

    @Override
    public void close() {
        // The registry is Quarkus' own
    }
}
