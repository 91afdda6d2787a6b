package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code kubectl kustomize}, which needs no cluster. */
final class Kubectl {

    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private Kubectl() {}

    /** @param overlay a folder of deploy/k8s/overlays */
    static String render(String overlay) {
        assumeTrue(
                Programs.isInstalled("kubectl"), "kubectl is not installed: the Kubernetes manifests are not checked");
        return RENDERED.computeIfAbsent(overlay, it -> kustomize("k8s/overlays/" + it));
    }

    /** Renders an overlay that is made for the moment. */
    static String render(String name, List<String> resources, List<String> components) throws IOException {
        return render(name, """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: %s
                components: %s
                """.formatted(resources, components));
    }

    /** Renders an overlay that is made for the moment. */
    static String render(String name, String kustomization) throws IOException {
        assumeTrue(
                Programs.isInstalled("kubectl"), "kubectl is not installed: the Kubernetes manifests are not checked");
        Path folder = Code.ROOT.resolve("deploy/target/overlays").resolve(name);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        return kustomize(folder.toString());
    }

    /** Renders an overlay without the lines of its kustomization that mention one of the words. */
    static String renderWithout(String overlay, List<String> words) throws IOException {
        assumeTrue(
                Programs.isInstalled("kubectl"), "kubectl is not installed: the Kubernetes manifests are not checked");
        Path source = Code.ROOT.resolve("deploy/k8s/overlays").resolve(overlay);
        Path folder = Code.ROOT.resolve("deploy/target/overlays").resolve(overlay);
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                String kept = Files.readAllLines(file).stream()
                        .filter(line -> words.stream().noneMatch(line::contains))
                        .map(line -> line.replace("- ../../", "- ../../../k8s/"))
                        .collect(Collectors.joining("\n"));
                Files.writeString(folder.resolve(file.getFileName()), kept);
            }
        }
        return kustomize(folder.toString());
    }

    private static String kustomize(String folder) {
        try {
            Path errors = Files.createTempFile("kubectl", ".err");
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder)
                    .directory(Code.ROOT.resolve("deploy").toFile())
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = kubectl.waitFor();
            assertThat(errors).content().isEmpty();
            assertThat(status).isZero();
            Files.delete(errors);
            return yaml;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
