package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/** KEDA's resources, as far as the deployment uses them. */
final class Keda {

    private Keda() {}

    @Group("keda.sh")
    @Version("v1alpha1")
    static final class ScaledObject extends CustomResource<Scaling, Void> {
        private static final long serialVersionUID = 1;
    }

    record Scaling(
            Target scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int pollingInterval,
            int cooldownPeriod,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Target(String name) {}

    record Fallback(int failureThreshold, int replicas, String behavior) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, Target authenticationRef, Map<String, String> metadata) {}

    @Group("keda.sh")
    @Version("v1alpha1")
    static final class TriggerAuthentication extends CustomResource<Authentication, Void> {
        private static final long serialVersionUID = 1;
    }

    record Authentication(List<OfSecret> secretTargetRef) {}

    record OfSecret(String parameter, String name, String key) {}
}
