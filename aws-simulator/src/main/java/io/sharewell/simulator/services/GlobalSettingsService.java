package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.protocol.Json;

/** Shows and changes an account's settings of Well-Architected. */
final class GlobalSettingsService {

    private static final String SHARING = "OrganizationSharingStatus";
    private static final String DISCOVERY = "DiscoveryIntegrationStatus";
    private static final String JIRA = "JiraConfiguration";
    private static final String ENABLED = "ENABLED";

    private final WorkloadFinder finder;
    private final GlobalSettings settings;

    GlobalSettingsService(WorkloadFinder finder, GlobalSettings settings) {
        this.finder = finder;
        this.settings = settings;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.GetGlobalSettings", this::getGlobalSettings);
        handlers.add("wellarchitected.UpdateGlobalSettings", this::updateGlobalSettings);
    }

    private ObjectNode getGlobalSettings(Call call) {
        finder.check(call);
        var there = settings.of(call.account().id());
        var answer = Json.object()
                .put(SHARING, settings.organizationSharing(call.account()) ? ENABLED : "DISABLED")
                .put(DISCOVERY, there.discovery());
        return there.jira() == null ? answer : answer.set(JIRA, there.jira());
    }

    private ObjectNode updateGlobalSettings(Call call) {
        finder.check(call);
        var changed = settings.of(call.account().id());
        if (call.text(SHARING) != null) {
            changed = changed.withOrganizationSharing(call.text(SHARING).equals(ENABLED));
        }
        if (call.text(DISCOVERY) != null) {
            changed = changed.withDiscovery(call.text(DISCOVERY));
        }
        if (call.input().get(JIRA) instanceof ObjectNode jira) {
            changed = changed.withJira(jira);
        }
        settings.put(call.account().id(), changed);
        return Json.object();
    }
}
