package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.cloud.Unit;
import io.sharewell.simulator.protocol.AwsException;
import java.util.List;

/** AWS Organizations: the tree of root, OUs and accounts. */
final class OrganizationTreeService {

    private final Organization organization;
    private final OrganizationsAccess access;
    private final AccountWriter writer;
    private final Pager pager;

    OrganizationTreeService(Organization organization, OrganizationsAccess access, AccountWriter writer, Pager pager) {
        this.organization = organization;
        this.access = access;
        this.writer = writer;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add(
                "organizations.ListAccountsForParent",
                access.forAdministratorsOf("ParentId", this::listAccountsForParent));
        handlers.add("organizations.ListRoots", access.forAdministrators(this::listRoots));
        handlers.add(
                "organizations.ListOrganizationalUnitsForParent",
                access.forAdministratorsOf("ParentId", this::listUnits));
        handlers.add("organizations.ListParents", access.forAdministratorsOf("ChildId", this::listParents));
    }

    private ObjectNode listAccountsForParent(Call call) {
        var parent = parent(call);
        return pager.page(
                call,
                OrganizationsAccess.paging("Accounts", parent.id()),
                Pager.over(parent.accounts()),
                writer::write);
    }

    private ObjectNode listRoots(Call call) {
        return pager.page(
                call,
                OrganizationsAccess.paging("Roots", ""),
                Pager.over(List.of(organization.root())),
                (root, into) -> into.put("Id", root.id())
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
                call,
                OrganizationsAccess.paging("OrganizationalUnits", parent.id()),
                Pager.over(parent.units()),
                (unit, into) -> into.put("Id", unit.id())
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
                call, OrganizationsAccess.paging("Parents", child), Pager.over(List.of(parent)), (it, into) -> into.put(
                                "Id", it.id())
                        .put("Type", it.isRoot() ? "ROOT" : "ORGANIZATIONAL_UNIT"));
    }
}
