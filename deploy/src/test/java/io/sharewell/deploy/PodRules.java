package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What every pod must be like: Kubernetes' standard "restricted", and more. */
final class PodRules {

    private final String workload;
    private final List<String> faults = new ArrayList<>();

    private PodRules(String workload) {
        this.workload = workload;
    }

    static List<String> faults(String workload, PodSpec pod) {
        PodRules rules = new PodRules(workload);
        rules.check(pod);
        pod.getContainers().forEach(rules::check);
        return rules.faults;
    }

    private void check(PodSpec pod) {
        PodSecurityContext security = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        must(Boolean.TRUE.equals(security.getRunAsNonRoot()), "may run as root");
        must(security.getRunAsUser() != null && security.getRunAsUser() > 0, "has no numeric user, or root");
        must(
                security.getSeccompProfile() != null
                        && "RuntimeDefault".equals(security.getSeccompProfile().getType()),
                "has no seccomp profile");
        must(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "mounts a token that it does not need");
        must(Boolean.FALSE.equals(pod.getEnableServiceLinks()), "gets other services' addresses as settings");
        must(pod.getHostNetwork() == null && pod.getHostPID() == null && pod.getHostIPC() == null, "uses the host");
        must(pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null), "mounts the host's files");
        must(pod.getInitContainers().isEmpty(), "has init containers, which no rule here looks at");
    }

    private void check(Container container) {
        String image = container.getImage();
        must(image.matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})") && !image.endsWith(":latest"), "has no fixed image tag");
        must(container.getStartupProbe() != null, "has no startup probe");
        must(container.getReadinessProbe() != null, "has no readiness probe");
        must(container.getLivenessProbe() != null, "has no liveness probe");
        if (container.getResources() == null) {
            faults.add(workload + " has no resources");
        } else {
            Set<String> both = Set.of("cpu", "memory");
            must(container.getResources().getLimits().keySet().equals(both), "lacks a limit");
            must(container.getResources().getRequests().keySet().equals(both), "lacks a request");
        }
        check(Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new));
    }

    private void check(SecurityContext security) {
        Capabilities capabilities = Objects.requireNonNullElseGet(security.getCapabilities(), Capabilities::new);
        must(Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "may write to its root file system");
        must(Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "may gain privileges");
        must(!Boolean.TRUE.equals(security.getPrivileged()), "is privileged");
        must(capabilities.getDrop().equals(List.of("ALL")), "keeps capabilities");
        must(capabilities.getAdd().isEmpty(), "adds capabilities");
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(workload + " " + fault);
        }
    }
}
