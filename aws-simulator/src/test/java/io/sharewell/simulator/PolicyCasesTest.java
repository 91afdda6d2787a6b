package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/** AWS's documented evaluation logic, case by case through AWS's own clients. */
class PolicyCasesTest {

    private static Sim sim;

    @BeforeAll
    static void start() {
        var accounts = new ArrayList<AccountFile>();
        var scps = new HashMap<String, JsonNode>();
        for (var each : PolicyCase.all()) {
            accounts.add(each.accountFile());
            if (each.document("scp") != null) {
                scps.put(each.account(), each.document("scp"));
            }
        }
        sim = Sim.start(OrganizationFile.parse("{\"id\": \"o-exampleorgid\"}")
                .withAccounts(accounts)
                .withServiceControlPolicies(scps));
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    static List<PolicyCase> cases() {
        return PolicyCase.all();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(cases())
                .hasSizeGreaterThan(90)
                .extracting(PolicyCase::toString)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAllowedOrRefusedAsAwsDocumentsIt(PolicyCase each) {
        var refusal = catchThrowableOfType(AwsServiceException.class, () -> attempt(each));

        if (each.isAllowed()) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.awsErrorDetails().errorCode()).startsWith("AccessDenied");
            assertThat(refusal.getMessage()).contains(sentence(each));
        }
    }

    /** A refused AssumeRole says nothing of why. */
    private static String sentence(PolicyCase each) {
        if (!each.isRefusedAtOnce()) {
            return each.expected();
        }
        var action = each.expected().equals("assume")
                ? "sts:AssumeRole"
                : each.expected().substring("assume ".length());
        return "User: arn:aws:iam::222222222222:user/automation is not authorized to perform: " + action
                + " on resource: " + Sim.roleArn(each.account()) + " (Service: Sts";
    }

    private static void attempt(PolicyCase each) {
        var session = sim.assume(each.account(), it -> fill(it, each));
        if (each.isChain()) {
            sim.sts(Region.EU_WEST_1, session)
                    .assumeRole(it -> it.roleArn("arn:aws:iam::" + each.account() + ":role/Second")
                            .roleSessionName("second"));
        } else {
            call(each, session);
        }
    }

    private static void call(PolicyCase each, AwsSessionCredentials session) {
        var region = Region.of(each.region());
        sim.wellArchitected(region, session).getWorkload(it -> it.workloadId(each.workload()));
    }

    private static void fill(AssumeRoleRequest.Builder request, PolicyCase each) {
        var assume = each.written().path("assume");
        request.roleSessionName(assume.path("name").asText("case"));
        request.externalId(assume.path("externalId").textValue());
        request.sourceIdentity(assume.path("sourceIdentity").textValue());
        if (assume.has("tags")) {
            request.tags(assume.path("tags").properties().stream()
                    .map(it -> tag(it.getKey(), it.getValue().asText()))
                    .toList());
        }
        var session = each.document("session");
        request.policy(session == null ? null : session.toString());
        var managed = new ArrayList<PolicyDescriptorType>();
        each.written()
                .path("managed")
                .forEach(it -> managed.add(
                        PolicyDescriptorType.builder().arn(it.asText()).build()));
        if (!managed.isEmpty()) {
            request.policyArns(managed);
        }
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
