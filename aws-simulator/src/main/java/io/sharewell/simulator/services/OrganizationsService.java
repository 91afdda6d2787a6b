package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/** AWS Organizations: the organization and its accounts. */
final class OrganizationsService {

    private final Organization organization;
    private final OrganizationsAccess access;
    private final AccountWriter writer;
    private final Pager pager;

    OrganizationsService(Organization organization, OrganizationsAccess access, AccountWriter writer, Pager pager) {
        this.organization = organization;
        this.access = access;
        this.writer = writer;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("organizations.DescribeOrganization", this::describeOrganization);
        handlers.add("organizations.DescribeAccount", access.forAdministratorsOf("AccountId", this::describeAccount));
        handlers.add("organizations.ListAccounts", access.forAdministrators(this::listAccounts));
        handlers.add("organizations.ListTagsForResource", access.forAdministratorsOf("ResourceId", this::listTags));
        handlers.add("organizations.ListDelegatedAdministrators", access.forAdministrators(this::listDelegated));
    }

    private ObjectNode describeOrganization(Call call) {
        access.checkMember(call, "*");
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
        writer.write(account, answer.putObject("Account"));
        return answer;
    }

    private ObjectNode listAccounts(Call call) {
        return pager.page(
                call, OrganizationsAccess.paging("Accounts", ""), Pager.over(organization.members()), writer::write);
    }

    private ObjectNode listTags(Call call) {
        var resource = call.text("ResourceId");
        var account = organization.member(resource);
        if (account == null && organization.unit(resource) == null) {
            throw AwsException.modelled("TargetNotFoundException", "You specified a target that doesn't exist.");
        }
        Map<String, String> tags = account == null ? Map.of() : account.tags();
        return pager.page(
                call,
                OrganizationsAccess.paging("Tags", resource),
                Pager.over(new ArrayList<>(tags.entrySet())),
                (tag, into) -> into.put("Key", tag.getKey()).put("Value", tag.getValue()));
    }

    private ObjectNode listDelegated(Call call) {
        var service = call.text("ServicePrincipal");
        var delegations = organization.delegations();
        var administrators = delegations.administrators().stream()
                .sorted()
                .map(organization::member)
                .filter(Objects::nonNull)
                .filter(it -> service == null || delegations.has(it, service))
                .toList();
        return pager.page(
                call,
                OrganizationsAccess.paging("DelegatedAdministrators", service == null ? "" : service),
                Pager.over(administrators),
                (account, into) -> {
                    writer.write(account, into);
                    into.remove("Paths");
                    into.put("DelegationEnabledDate", Timestamps.of(account.joinedAt()));
                });
    }
}
