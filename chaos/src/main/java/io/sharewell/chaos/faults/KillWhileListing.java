package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountsSelected;
import java.util.Map;

/** kill -9 of account-discovery when it has told of some accounts and not of all. */
record KillWhileListing() implements Fault {

    private static final String ID = "kill-while-listing";

    @Override
    public void prepare(SimulatorAdmin aws) {
        aws.fault(Map.of(
                "id", ID, "service", "organizations", "operation", "ListAccounts", "kind", "delay", "delay", "700ms"));
    }

    @Override
    public String strike(Scene scene) {
        boolean listing =
                scene.progress().await(() -> scene.progress().statements(AccountSelected.class) > 0, Scene.PATIENCE);
        scene.services().replace("account-discovery");
        long selected = scene.progress().statements(AccountSelected.class);
        boolean listed = scene.progress().statements(AccountsSelected.class) > 0;
        scene.world().admin().clearFault(ID);
        return !listing || listed
                ? "killed when all were listed"
                : "killed with %d accounts listed".formatted(selected);
    }

    @Override
    public String toString() {
        return "kill -9 of account-discovery while it lists the accounts";
    }
}
