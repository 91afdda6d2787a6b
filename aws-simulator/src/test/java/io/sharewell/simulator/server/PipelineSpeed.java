package io.sharewell.simulator.server;

import com.sun.management.ThreadMXBean;
import io.sharewell.simulator.Orgs;
import io.sharewell.simulator.Sim;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.protocol.HttpMessage;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** What a signed ListWorkloads costs from the parsed request to the answer's bytes; run by hand. */
final class PipelineSpeed {

    private static final int CALLS = 20_000;
    private static final byte[] BODY = "{\"MaxResults\":50}".getBytes(StandardCharsets.UTF_8);
    private static final String[] REGIONS = {"eu-west-1", "us-east-1", "ap-south-1"};

    private PipelineSpeed() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        var accounts = Orgs.with().accounts().stream()
                .map(it -> it.id().equals(OrganizationFile.AUTOMATION_ACCOUNT)
                        ? it.withWorkloads(Orgs.in("eu-west-1", 3))
                        : it)
                .toList();
        var pipeline = new Pipeline(new Simulation(
                Orgs.with().withAccounts(accounts), it -> it.withRateLimits(RateLimitsFile.OFF), 20_000));
        var requests = requests();
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= rounds; round++) {
            long cpu = thread.getCurrentThreadCpuTime();
            long allocated = thread.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                if (pipeline.process(requests.get(i % requests.size())).reply().status() != 200) {
                    throw new IllegalStateException("A request was refused");
                }
            }
            System.out.printf(
                    "round %2d: %6.2f us CPU, %6d bytes allocated per request%n",
                    round,
                    (thread.getCurrentThreadCpuTime() - cpu) / 1e3 / CALLS,
                    (thread.getCurrentThreadAllocatedBytes() - allocated) / CALLS);
        }
    }

    private static List<HttpMessage> requests() {
        var requests = new ArrayList<HttpMessage>();
        for (var region : REGIONS) {
            requests.add(request(region));
        }
        return requests;
    }

    private static HttpMessage request(String region) {
        var request = SdkHttpRequest.builder()
                .uri(URI.create("http://127.0.0.1:4566/workloadsSummaries"))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("amz-sdk-invocation-id", "0b6f0f2c-1d8e-4bb5-9c57-0a3f5a3e7c11")
                .putHeader("User-Agent", "aws-sdk-java/2.40.2 md/io#sync md/http#Apache ua/2.1")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.request(request)
                        .identity(Sim.AUTOMATION)
                        .payload(() -> new ByteArrayInputStream(BODY))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "wellarchitected")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
        // As Vert.x gives them, not as the client wrote them.
        MultiMap headers = HttpHeaders.headers();
        signed.forEachHeader((name, values) -> values.forEach(it -> headers.add(name, it)));
        return new HttpMessage("POST", "/workloadsSummaries", "", headers, BODY);
    }
}
