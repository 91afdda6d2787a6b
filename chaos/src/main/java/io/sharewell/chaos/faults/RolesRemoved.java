package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The role goes from one account in three, some opened by then and some not, and all sessions expire. */
final class RolesRemoved implements Fault {

    private final long seed;
    private final List<String> members = new ArrayList<>();

    RolesRemoved(long seed) {
        this.seed = seed;
    }

    @Override
    public OrganizationFile alter(OrganizationFile organization) {
        organization.accounts().stream()
                .filter(account -> account.roles() == null)
                .map(AccountFile::id)
                .forEach(members::add);
        Collections.shuffle(members, new Random(seed));
        return organization;
    }

    @Override
    public String strike(Scene scene) {
        SimulatorAdmin aws = scene.world().admin();
        List<String> chosen = members.subList(0, members.size() / 3);
        chosen.forEach(account -> aws.removeRole(account, OrganizationFile.DEFAULT_ROLE));
        aws.advanceClock("PT2H");
        return "removed from %d accounts, with %d opened"
                .formatted(chosen.size(), scene.progress().statements(AccountOpened.class));
    }

    @Override
    public String toString() {
        return "the role removed from a third of the accounts, and the sessions of all expire";
    }
}
