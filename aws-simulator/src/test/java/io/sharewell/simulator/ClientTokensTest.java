package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.sharewell.simulator.RawHttp.Raw;
import io.sharewell.simulator.organization.RoleFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;

/** The same token with the same parameters is the same request. */
class ClientTokensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ClientRequestToken':'t','PermissionType':'READONLY','SharedWith':'333333333333'}",
                "{'SharedWith':'333333333333','PermissionType':'READONLY','ClientRequestToken':'t','Unheard':1}",
                "{'SharedWith':'333333333333','PermissionType':'READONLY','ClientRequestToken':'t','X':null}",
            })
    void makesAShareOnceHoweverTheRequestIsWritten(String again) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var path = "/workloads/" + onlyWorkload(sim.wellArchitectedOf(Orgs.MEMBER)) + "/shares";

            var first = post(sim, "CreateWorkloadShare", path, """
                    {'SharedWith':'333333333333','PermissionType':'READONLY','ClientRequestToken':'t'}""");

            assertThat(post(sim, "CreateWorkloadShare", path, again)).isEqualTo(first);
            assertThat(sim.admin("/admin/shares")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Tags':{'stage':'prod','team':'a'},'Lenses':['wellarchitected']",
                "'Lenses':['wellarchitected'],'Tags':{'team':'a','stage':'prod'},'Notes':null",
                "'Lenses':['wellarchitected'],'Tags':{'team':'a','stage':'prod'},'DiscoveryConfig':null,'Unheard':{}",
            })
    void makesAWorkloadOnceHoweverTheRequestIsWritten(String again) {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var first = create(sim, "'Lenses':['wellarchitected'],'Tags':{'team':'a','stage':'prod'}");

            assertThat(create(sim, again)).isEqualTo(first);
        }
    }

    private static String create(Sim sim, String more) {
        return post(sim, "CreateWorkload", "/workloads", """
                {'WorkloadName':'Payments','Description':'for a test','Environment':'PRODUCTION','ReviewOwner':'somebody',
                 'AwsRegions':['eu-west-1'],'ClientRequestToken':'t',%s}""".formatted(more));
    }

    private static String post(Sim sim, String operation, String path, String body) {
        var headers = Map.of("Content-Type", "application/json");
        var json = body.replace('\'', '"');
        var answer = RawHttp.send(
                sim,
                sim.assume(Orgs.MEMBER),
                new Raw("wellarchitected", operation, "eu-west-1", "POST", path, json, headers));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whoRepeatsACallMustBeAllowedToMakeIt() {
        var reader = RoleFile.allowing("Reader", List.of("wellarchitected:List*"));
        var all = List.of(Orgs.everything().getFirst(), reader);
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withRoles(all)))) {
            var owner = sim.wellArchitectedOf(Orgs.MEMBER);
            var workload = onlyWorkload(owner);
            delete(owner, workload);

            var session = sim.assume(Orgs.MEMBER, it -> it.roleArn("arn:aws:iam::444444444444:role/Reader"));

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> delete(sim.wellArchitected(session), workload))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403));
            assertThatNoException().isThrownBy(() -> delete(owner, workload));
        }
    }

    private static void delete(WellArchitectedClient client, String workload) {
        client.deleteWorkload(it -> it.workloadId(workload).clientRequestToken("d"));
    }

    private static String onlyWorkload(WellArchitectedClient client) {
        return client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
    }
}
