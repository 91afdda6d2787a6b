package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import io.sharewell.events.Topic;
import java.util.HashMap;
import java.util.Map;

/** AWS fails until records wait on the retry ladder; then the service whose relay waits with them is killed. */
record KillWhileRelayWaits(Worker worker) implements Fault {

    @Override
    public boolean isEarly() {
        return worker == Worker.CREDENTIAL_BROKER;
    }

    @Override
    public String strike(Scene scene) {
        SimulatorAdmin aws = scene.world().admin();
        Map<String, Object> fault = new HashMap<>(worker.firstCall());
        fault.putAll(Map.of("id", id(), "kind", "error", "status", 500, "probability", 0.8));
        aws.fault(fault);
        boolean waiting = scene.progress().await(() -> waiting(scene) > 0, Scene.PATIENCE);
        long records = waiting(scene);
        if (waiting) {
            scene.services().replace(worker.module);
        }
        aws.clearFault(id());
        return waiting ? "killed with %d records on the first rung".formatted(records) : "none waited";
    }

    private long waiting(Scene scene) {
        return scene.groups().lag(Topic.relayGroup(worker.module, 1), worker.topic.retry(1));
    }

    private String id() {
        return "kill-while-relay-waits-" + worker;
    }

    @Override
    public String toString() {
        return "kill -9 of %s while its relay waits on the retry ladder".formatted(worker);
    }
}
