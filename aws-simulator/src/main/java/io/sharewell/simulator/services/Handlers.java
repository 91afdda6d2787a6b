package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.HashMap;
import java.util.Map;

/** All operations by qualified name, such as {@code sts.AssumeRole}. */
public final class Handlers {

    private final Map<String, Handler> byName = new HashMap<>();

    public Handlers(Cloud cloud, Workloads workloads, Behaviours behaviours, GlobalSettings settings) {
        var propagation = new Propagation(cloud.roles(), behaviours.eventualConsistency());
        var authorizer = new Authorizer(cloud.organization(), propagation);
        var pager = new Pager(cloud.seed(), behaviours.emptyPages());
        var access = new OrganizationsAccess(cloud.organization(), authorizer);
        var writer = new AccountWriter(cloud.organization(), behaviours.stateMembers());
        new OrganizationsService(cloud.organization(), access, writer, pager).register(this);
        new OrganizationTreeService(cloud.organization(), access, writer, pager).register(this);
        new StsService(cloud, authorizer, propagation).register(this);
        new SsmService(authorizer, pager).register(this);
        new AccountService(cloud, authorizer, pager).register(this);
        var found = new WorkloadFinder(cloud.organization(), workloads, authorizer);
        new WorkloadService(found, pager).register(this);
        new WorkloadEditor(found, workloads).register(this);
        new WorkloadShareList(found, behaviours.foreignShareList(), propagation, pager).register(this);
        new WorkloadShareService(found, cloud.organization(), workloads, settings, behaviours).register(this);
        new ShareInvitationService(found, workloads, propagation, pager).register(this);
        new GlobalSettingsService(found, settings).register(this);
    }

    void add(String qualifiedName, Handler handler) {
        byName.put(qualifiedName, handler);
    }

    /** Null if the operation is in the model but not simulated. */
    public Handler find(String qualifiedName) {
        return byName.get(qualifiedName);
    }
}
