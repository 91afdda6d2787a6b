package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.organization.Behaviours.StateMembers;

/** An account as Organizations shows it. */
final class AccountWriter {

    private final Organization organization;
    private final StateMembers stateMembers;

    AccountWriter(Organization organization, StateMembers stateMembers) {
        this.organization = organization;
        this.stateMembers = stateMembers;
    }

    void write(Account account, ObjectNode into) {
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
}
