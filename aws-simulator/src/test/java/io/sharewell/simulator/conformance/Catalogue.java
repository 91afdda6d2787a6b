package io.sharewell.simulator.conformance;

import static io.sharewell.simulator.conformance.Catalogue.Actor.AUTOMATION;
import static io.sharewell.simulator.conformance.Catalogue.Actor.OWNER;
import static io.sharewell.simulator.conformance.Catalogue.Actor.REVIEWER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.ServiceModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Every simulated operation with somebody who may call it and an input that succeeds. */
final class Catalogue {

    private static final ServiceModels MODELS = ServiceModels.load();
    private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

    static {
        add("organizations.DescribeOrganization", AUTOMATION, "{}");
        add("organizations.DescribeAccount", AUTOMATION, "{'AccountId': '444444444444'}");
        add("organizations.ListAccounts", AUTOMATION, "{'MaxResults': 20}");
        add("organizations.ListAccountsForParent", AUTOMATION, "{'ParentId': 'ou-abcd-12345678', 'MaxResults': 20}");
        add("organizations.ListRoots", AUTOMATION, "{'MaxResults': 1}");
        add("organizations.ListOrganizationalUnitsForParent", AUTOMATION, "{'ParentId': 'r-abcd'}");
        add("organizations.ListParents", AUTOMATION, "{'ChildId': '444444444444'}");
        add("organizations.ListTagsForResource", AUTOMATION, "{'ResourceId': '444444444444'}");
        add(
                "organizations.ListDelegatedAdministrators",
                AUTOMATION,
                "{'ServicePrincipal': 'wellarchitected.amazonaws.com'}");
        add(
                "sts.AssumeRole",
                AUTOMATION,
                "{'RoleArn': 'arn:aws:iam::444444444444:role/WellArchitectedShares', 'RoleSessionName': 'conformance',"
                        + " 'DurationSeconds': 900}");
        add("sts.GetCallerIdentity", AUTOMATION, "{}");
        add(
                "ssm.GetParametersByPath",
                AUTOMATION,
                "{'Path': '/aws/service/global-infrastructure/services/wellarchitectedtool/regions', 'MaxResults': 10}");
        add("account.ListRegions", OWNER, "{'MaxResults': 50, 'RegionOptStatusContains': ['ENABLED_BY_DEFAULT']}");
        add("account.GetRegionOptStatus", OWNER, "{'RegionName': 'eu-west-1'}");
        wellArchitected();
    }

    enum Actor {
        AUTOMATION,
        OWNER,
        REVIEWER
    }

    /** An operation, who may call it, and an input with which it succeeds, made anew for each call. */
    record Operation(OperationModel model, Actor actor, Function<Scene, ObjectNode> input) {
        @Override
        public String toString() {
            return model.qualifiedName();
        }
    }

    private Catalogue() {}

    private static void wellArchitected() {
        add(
                "wellarchitected.CreateWorkload",
                OWNER,
                scene -> Scene.json("""
                {'WorkloadName': '%s', 'Description': 'for a test', 'Environment': 'PRODUCTION',
                 'AwsRegions': ['eu-west-1'], 'Lenses': ['wellarchitected'], 'ReviewOwner': 'me@example.com',
                 'ClientRequestToken': '%s'}""".formatted(scene.freshName(), scene.freshName())));
        add("wellarchitected.GetWorkload", OWNER, scene -> workload(scene, "{}"));
        add("wellarchitected.DeleteWorkload", OWNER, scene -> workload(scene, "{}")
                .put("ClientRequestToken", scene.freshName()));
        add("wellarchitected.ListWorkloads", OWNER, "{'WorkloadNamePrefix': 'Work', 'MaxResults': 50}");
        add(
                "wellarchitected.CreateWorkloadShare",
                OWNER,
                scene -> workload(scene, "{'SharedWith': '333333333333', 'PermissionType': 'READONLY'}"));
        add("wellarchitected.UpdateWorkloadShare", OWNER, scene -> share(scene, "{'PermissionType': 'CONTRIBUTOR'}"));
        add("wellarchitected.DeleteWorkloadShare", OWNER, scene -> share(scene, "{}"));
        add("wellarchitected.ListWorkloadShares", OWNER, scene -> workload(scene, "{'MaxResults': 50}"));
        add("wellarchitected.ListShareInvitations", REVIEWER, "{'ShareResourceType': 'WORKLOAD', 'MaxResults': 50}");
        add("wellarchitected.UpdateShareInvitation", REVIEWER, scene -> Scene.json(
                        "{'ShareInvitationAction': 'ACCEPT'}")
                .put("ShareInvitationId", scene.share().invitationId()));
        add("wellarchitected.TagResource", OWNER, scene -> Scene.json("{'Tags': {'team': 'payments'}}")
                .put("WorkloadArn", scene.workloadArn()));
        add("wellarchitected.ListTagsForResource", OWNER, scene -> Scene.json("{}")
                .put("WorkloadArn", scene.workloadArn()));
        add("wellarchitected.GetGlobalSettings", OWNER, "{}");
        add("wellarchitected.UpdateGlobalSettings", OWNER, "{'OrganizationSharingStatus': 'DISABLED'}");
    }

    private static ObjectNode workload(Scene scene, String more) {
        return Scene.json(more).put("WorkloadId", scene.workload());
    }

    private static ObjectNode share(Scene scene, String more) {
        var shared = scene.share();
        return Scene.json(more).put("WorkloadId", shared.workloadId()).put("ShareId", shared.shareId());
    }

    private static void add(String name, Actor actor, String input) {
        add(name, actor, _ -> Scene.json(input));
    }

    private static void add(String name, Actor actor, Function<Scene, ObjectNode> input) {
        var parts = name.split("\\.");
        OPERATIONS.put(name, new Operation(MODELS.service(parts[0]).operations().get(parts[1]), actor, input));
    }

    static List<Operation> operations() {
        return List.copyOf(OPERATIONS.values());
    }

    static Operation operation(String qualifiedName) {
        return OPERATIONS.get(qualifiedName);
    }

    /** The names of all operations in the models. */
    static List<String> modelled() {
        return StreamSupport.stream(MODELS.all().spliterator(), false)
                .flatMap(it -> it.operations().values().stream())
                .map(OperationModel::qualifiedName)
                .toList();
    }
}
