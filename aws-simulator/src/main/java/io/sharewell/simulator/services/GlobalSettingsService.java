package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.protocol.Json;

/** Shows and changes Well-Architected's settings for the organization. */
final class GlobalSettingsService {

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
        return Json.object()
                .put("OrganizationSharingStatus", settings.organizationSharing() ? "ENABLED" : "DISABLED")
                .put("DiscoveryIntegrationStatus", settings.discovery());
    }

    private ObjectNode updateGlobalSettings(Call call) {
        finder.check(call);
        var sharing = call.text("OrganizationSharingStatus");
        if (sharing != null) {
            settings.organizationSharing(sharing.equals("ENABLED"));
        }
        var discovery = call.text("DiscoveryIntegrationStatus");
        if (discovery != null) {
            settings.discovery(discovery);
        }
        return Json.object();
    }
}
