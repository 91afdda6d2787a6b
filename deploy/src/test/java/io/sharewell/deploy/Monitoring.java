package io.sharewell.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/** The Prometheus operator's resources, as far as the deployment uses them. */
final class Monitoring {

    private Monitoring() {}

    @Group("monitoring.coreos.com")
    @Version("v1")
    static final class PodMonitor extends CustomResource<Scraping, Void> {
        private static final long serialVersionUID = 1;
    }

    record Scraping(LabelSelector selector, List<Endpoint> podMetricsEndpoints) {}

    record Endpoint(String port, String path, String interval) {}

    @Group("monitoring.coreos.com")
    @Version("v1")
    static final class PrometheusRule extends CustomResource<Rules, Void> {
        private static final long serialVersionUID = 1;
    }

    record Rules(List<RuleGroup> groups) {}

    record RuleGroup(String name, List<Alert> rules) {}

    record Alert(
            String alert,
            String expr,
            @JsonProperty("for") String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}
}
