package io.sharewell.aws.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollector;

class CallMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallMetrics metrics = new CallMetrics(registry);

    @Test
    void everyAttemptCountsByOperationStatusAndError() {
        MetricCollector call = listWorkloads();
        MetricCollector throttled = call.createChild("ApiCallAttempt");
        throttled.reportMetric(HttpMetric.HTTP_STATUS_CODE, 429);
        throttled.reportMetric(CoreMetric.ERROR_TYPE, "Throttling");
        MetricCollector answered = call.createChild("ApiCallAttempt");
        answered.reportMetric(HttpMetric.HTTP_STATUS_CODE, 200);
        answered.reportMetric(CoreMetric.SERVICE_CALL_DURATION, Duration.ofMillis(30));

        metrics.publish(call.collect());

        assertThat(count("429", "Throttling")).isEqualTo(1);
        assertThat(count("200", "none")).isEqualTo(1);
    }

    @Test
    void anAttemptWithoutAnAnswerHasNoStatus() {
        MetricCollector call = listWorkloads();
        call.createChild("ApiCallAttempt").reportMetric(CoreMetric.ERROR_TYPE, "IO");

        metrics.publish(call.collect());

        assertThat(count("none", "IO")).isEqualTo(1);
    }

    /** Otherwise the mean time of a call would fall when AWS hangs. */
    @Test
    void attemptsWithoutAnAnswerTakeWhatIsLeftOfTheCall() {
        MetricCollector call = listWorkloads();
        call.reportMetric(CoreMetric.API_CALL_DURATION, Duration.ofMillis(20_130));
        for (int i = 0; i < 2; i++) {
            call.createChild("ApiCallAttempt").reportMetric(CoreMetric.ERROR_TYPE, "ConfiguredTimeout");
        }
        MetricCollector answered = call.createChild("ApiCallAttempt");
        answered.reportMetric(HttpMetric.HTTP_STATUS_CODE, 200);
        answered.reportMetric(CoreMetric.BACKOFF_DELAY_DURATION, Duration.ofMillis(100));
        answered.reportMetric(CoreMetric.SERVICE_CALL_DURATION, Duration.ofMillis(30));

        metrics.publish(call.collect());

        assertThat(seconds("none", "ConfiguredTimeout")).isEqualTo(20);
        assertThat(seconds("200", "none")).isEqualTo(0.03);
    }

    private static MetricCollector listWorkloads() {
        MetricCollector call = MetricCollector.create("ApiCall");
        call.reportMetric(CoreMetric.SERVICE_ID, "WellArchitected");
        call.reportMetric(CoreMetric.OPERATION_NAME, "ListWorkloads");
        return call;
    }

    private long count(String code, String error) {
        return timer(code, error).count();
    }

    private double seconds(String code, String error) {
        return timer(code, error).totalTime(TimeUnit.SECONDS);
    }

    private Timer timer(String code, String error) {
        return registry.get("sharewell.aws.calls")
                .tags("service", "WellArchitected", "operation", "ListWorkloads", "code", code, "error", error)
                .timer();
    }
}
