package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.cloud.Unit;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.StateMembers;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AWS Organizations. */
final class OrganizationsService {

    private static final int PAGE = 20;

    private final Organization organization;
    private final Authorizer authorizer;
    private final Pager pager;
    private final StateMembers stateMembers;

    OrganizationsService(Cloud cloud, Authorizer authorizer, Pager pager, Behaviours behaviours) {
        this.organization = cloud.organization();
        this.authorizer = authorizer;
        this.pager = pager;
        this.stateMembers = behaviours.stateMembers();
    }

    void register(Handlers handlers) {
        handlers.add("organizations.DescribeOrganization", this::describeOrganization);
        handlers.add("organizations.DescribeAccount", forAdministrators(this::describeAccount));
        handlers.add("organizations.ListAccounts", forAdministrators(this::listAccounts));
        handlers.add("organizations.ListAccountsForParent", forAdministrators(this::listAccountsForParent));
        handlers.add("organizations.ListRoots", forAdministrators(this::listRoots));
        handlers.add("organizations.ListOrganizationalUnitsForParent", forAdministrators(this::listUnits));
        handlers.add("organizations.ListParents", forAdministrators(this::listParents));
        handlers.add("organizations.ListTagsForResource", forAdministrators(this::listTags));
        handlers.add("organizations.ListDelegatedAdministrators", forAdministrators(this::listDelegated));
    }

    /** All but DescribeOrganization is for the management account and for delegated administrators. */
    private Handler forAdministrators(Handler handler) {
        return call -> {
            mustBeMember(call);
            authorizer.check(call, "*");
            boolean administrator = call.account() == organization.management()
                    || organization
                            .delegatedAdministrators()
                            .contains(call.account().id());
            if (!administrator) {
                throw AwsException.modelled(
                        "AccessDeniedException", "You don't have permissions to access this resource.");
            }
            return handler.handle(call);
        };
    }

    private static void mustBeMember(Call call) {
        if (!call.account().inOrganization()) {
            throw AwsException.modelled(
                    "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
    }

    private ObjectNode describeOrganization(Call call) {
        mustBeMember(call);
        authorizer.check(call, "*");
        var management = organization.management();
        var answer = Json.object();
        answer.putObject("Organization")
                .put("Id", organization.id())
                .put("Arn", organization.arn())
                .put("FeatureSet", "ALL")
                .put("MasterAccountArn", organization.arn(management))
                .put("MasterAccountId", management.id())
                .put("MasterAccountEmail", management.email())
                .putArray("AvailablePolicyTypes")
                .addObject()
                .put("Type", "SERVICE_CONTROL_POLICY")
                .put("Status", "ENABLED");
        return answer;
    }

    private ObjectNode describeAccount(Call call) {
        var account = organization.member(call.text("AccountId"));
        if (account == null) {
            throw AwsException.modelled("AccountNotFoundException", "You specified an account that doesn't exist.");
        }
        var answer = Json.object();
        write(account, answer.putObject("Account"));
        return answer;
    }

    private ObjectNode listAccounts(Call call) {
        return pager.page(call, paging("Accounts", ""), Pager.over(organization.members()), this::write);
    }

    private ObjectNode listAccountsForParent(Call call) {
        var parent = parent(call);
        return pager.page(call, paging("Accounts", parent.id()), Pager.over(parent.accounts()), this::write);
    }

    private ObjectNode listRoots(Call call) {
        return pager.page(call, paging("Roots", ""), Pager.over(List.of(organization.root())), (root, into) -> into.put(
                        "Id", root.id())
                .put("Arn", organization.arn(root))
                .put("Name", root.name())
                .putArray("PolicyTypes")
                .addObject()
                .put("Type", "SERVICE_CONTROL_POLICY")
                .put("Status", "ENABLED"));
    }

    private ObjectNode listUnits(Call call) {
        var parent = parent(call);
        return pager.page(
                call, paging("OrganizationalUnits", parent.id()), Pager.over(parent.units()), (unit, into) -> into.put(
                                "Id", unit.id())
                        .put("Arn", organization.arn(unit))
                        .put("Name", unit.name())
                        .put("Path", organization.id() + "/" + unit.idPath()));
    }

    private Unit parent(Call call) {
        var parent = organization.unit(call.text("ParentId"));
        if (parent == null) {
            throw AwsException.modelled("ParentNotFoundException", "You specified parent that doesn't exist.");
        }
        return parent;
    }

    private ObjectNode listParents(Call call) {
        var child = call.text("ChildId");
        var account = organization.member(child);
        var unit = organization.unit(child);
        if (account == null && (unit == null || unit.isRoot())) {
            throw AwsException.modelled("ChildNotFoundException", "You specified child that doesn't exist.");
        }
        var parent = account != null ? account.unit() : unit.parent();
        return pager.page(
                call, paging("Parents", child), Pager.over(List.of(parent)), (it, into) -> into.put("Id", it.id())
                        .put("Type", it.isRoot() ? "ROOT" : "ORGANIZATIONAL_UNIT"));
    }

    private ObjectNode listTags(Call call) {
        var resource = call.text("ResourceId");
        var account = organization.member(resource);
        if (account == null && organization.unit(resource) == null) {
            throw AwsException.modelled("TargetNotFoundException", "You specified a target that doesn't exist.");
        }
        Map<String, String> tags = account == null ? Map.of() : account.tags();
        return pager.page(
                call, paging("Tags", resource), Pager.over(new ArrayList<>(tags.entrySet())), (tag, into) -> into.put(
                                "Key", tag.getKey())
                        .put("Value", tag.getValue()));
    }

    private ObjectNode listDelegated(Call call) {
        var administrators = organization.delegatedAdministrators().stream()
                .sorted()
                .map(organization::member)
                .filter(java.util.Objects::nonNull)
                .toList();
        return pager.page(call, paging("DelegatedAdministrators", ""), Pager.over(administrators), (account, into) -> {
            write(account, into);
            into.remove("Paths");
            into.put("DelegationEnabledDate", Timestamps.of(account.joinedAt()));
        });
    }

    private void write(Account account, ObjectNode into) {
        into.put("Id", account.id())
                .put("Arn", organization.arn(account))
                .put("Email", account.email())
                .put("Name", account.name());
        if (stateMembers != StateMembers.STATE) {
            into.put("Status", account.state().status());
        }
        if (stateMembers != StateMembers.STATUS) {
            into.put("State", account.state().name());
        }
        into.putArray("Paths").add(organization.id() + "/" + account.unit().idPath() + account.id() + "/");
        into.put("JoinedMethod", account == organization.management() ? "INVITED" : "CREATED")
                .put("JoinedTimestamp", Timestamps.of(account.joinedAt()));
    }

    private static Pager.Paging paging(String member, String scope) {
        return new Pager.Paging(member, PAGE, scope, () -> AwsException.modelled(
                        "InvalidInputException",
                        "You specified an invalid value for nextToken. You must get the value from the response to a"
                                + " previous call to the API.")
                .with("Reason", "INVALID_NEXT_TOKEN"));
    }
}
