package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.protocol.Json;

/**
 * An account's settings of Well-Architected.
 *
 * @param organizationSharing whether the account has opted in to sharing with the organization
 * @param jira as it was given; null if it never was
 */
record AccountSettings(boolean organizationSharing, String discovery, ObjectNode jira) {

    static final AccountSettings UNTOUCHED = new AccountSettings(false, "DISABLED", null);

    AccountSettings withOrganizationSharing(boolean value) {
        return new AccountSettings(value, discovery, jira);
    }

    AccountSettings withDiscovery(String value) {
        return new AccountSettings(organizationSharing, value, jira);
    }

    /** With these members of the configuration; others stay as they are. */
    AccountSettings withJira(ObjectNode changed) {
        var all = jira == null ? Json.object() : jira.deepCopy();
        all.setAll(changed);
        return new AccountSettings(organizationSharing, discovery, all);
    }
}
