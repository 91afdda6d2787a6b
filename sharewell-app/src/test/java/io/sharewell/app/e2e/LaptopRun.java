package io.sharewell.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.chaos.world.World;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./sharewell run} against a simulated AWS, from its start to what it said and left.
 *
 * @param report empty if none was written
 */
record LaptopRun(int status, String output, String errors, JsonNode report) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whoever types the command looks after an installation, too: that is nothing to a laptop's run. */
    private static final Map<String, String> SHELL = Map.of(
            "PIPELINE_MESSAGING_TOPICS_PREFIX", "prod.",
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "CREDENTIAL_BROKER_PURPOSES", "SHARE");

    /** For those who count calls: a machine that stands still for ten seconds repeats what was in flight. */
    private static final Map<String, String> PATIENT = Map.of(
            "AWS_ACCESS_CALL_TIMEOUT", "5m",
            "AWS_ACCESS_ATTEMPT_TIMEOUT", "5m",
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "300000");

    static AwsSimulator aws(OrganizationFile organization, Duration latency) {
        return AwsSimulator.start(
                SimulatorOptions.of(organization).withLatency(latency).withoutRateLimits());
    }

    static LaptopRun of(AwsSimulator aws, Path report, String... options) throws Exception {
        return of("run", aws, report, options);
    }

    /** One that repeats no call, however slow the machine is. */
    static LaptopRun patient(AwsSimulator aws, Path report) throws Exception {
        return of("run", PATIENT, aws, report);
    }

    static LaptopRun of(String command, AwsSimulator aws, Path report, String... options) throws Exception {
        return of(command, Map.of(), aws, report, options);
    }

    private static LaptopRun of(
            String command, Map<String, String> settings, AwsSimulator aws, Path report, String... options)
            throws Exception {
        Files.deleteIfExists(report);
        try (JavaProcess process = start(command, settings, aws, report, options)) {
            return end(process, report);
        }
    }

    static JavaProcess start(AwsSimulator aws, Path report, String... options) {
        return start("run", Map.of(), aws, report, options);
    }

    private static JavaProcess start(
            String command, Map<String, String> settings, AwsSimulator aws, Path report, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--reviews-account",
                OrganizationFile.REVIEWS_ACCOUNT,
                "--endpoint-url",
                aws.endpoint().toString(),
                "--report",
                report.toString()));
        arguments.addAll(Arrays.asList(options));
        Map<String, String> environment = new HashMap<>(SHELL);
        environment.putAll(World.awsKeys());
        environment.putAll(settings);
        return JavaProcess.start("sharewell-app", environment, arguments);
    }

    /** Waits for its end. */
    static LaptopRun end(JavaProcess process, Path report) throws InterruptedException, IOException {
        int status = process.awaitExit();
        JsonNode written = Files.exists(report) ? JSON.readTree(report.toFile()) : JSON.createObjectNode();
        return new LaptopRun(status, process.output(), process.errors(), written);
    }

    boolean complete() {
        return report.path("complete").asBoolean();
    }

    /** Workload id and status of each share with the reviews account, by the report. */
    Set<String> shared() {
        Set<String> shared = new HashSet<>();
        report.path("results").forEach(result -> result.path("targets").forEach(target -> {
            if (target.hasNonNull("shareId")) {
                String arn = result.path("workloadArn").asText();
                shared.add(arn.substring(arn.lastIndexOf('/') + 1) + " "
                        + target.path("status").asText());
            }
        }));
        return shared;
    }

    /** The same by AWS. */
    static Set<String> sharedAt(SimulatorAdmin admin) {
        return admin.shares().stream()
                .filter(share -> share.sharedWith().equals(OrganizationFile.REVIEWS_ACCOUNT))
                .map(share -> share.workloadId() + " " + share.status())
                .collect(Collectors.toSet());
    }
}
