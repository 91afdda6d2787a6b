package io.sharewell.aws.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        List<MetricCollection> attempts =
                call.childrenWithName("ApiCallAttempt").toList();
        Duration untimed = untimed(call, attempts);
        attempts.forEach(attempt -> metrics.timer(
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
                .record(duration(attempt, CoreMetric.SERVICE_CALL_DURATION).orElse(untimed)));
    }

    /** The SDK times no attempt without an answer: each of these has its part of what the call took beside the others. */
    private static Duration untimed(MetricCollection call, List<MetricCollection> attempts) {
        Duration rest = duration(call, CoreMetric.API_CALL_DURATION).orElse(Duration.ZERO);
        int count = 0;
        for (MetricCollection attempt : attempts) {
            Optional<Duration> known = duration(attempt, CoreMetric.SERVICE_CALL_DURATION);
            rest = rest.minus(known.orElse(Duration.ZERO))
                    .minus(duration(attempt, CoreMetric.BACKOFF_DELAY_DURATION).orElse(Duration.ZERO));
            count += known.isPresent() ? 0 : 1;
        }
        return rest.isPositive() && count > 0 ? rest.dividedBy(count) : Duration.ZERO;
    }

    private static Optional<Duration> duration(MetricCollection metrics, SdkMetric<Duration> metric) {
        return metrics.metricValues(metric).stream().findFirst();
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
