package io.sharewell.chaos.faults;

import java.time.Duration;

/** Three instances of a service instead of one, and somebody who joins their group and leaves it every other second. */
record ThreeInstances(Worker worker) implements Fault {

    private static final int VISITS = 4;

    @Override
    public String strike(Scene scene) {
        scene.services().start(worker.module);
        scene.services().start(worker.module);
        int visits = 0;
        while (visits < VISITS && !scene.progress().hasEnded()) {
            scene.groups().visit(worker.module, worker.topic.topicName(), Duration.ofMillis(1500));
            Scene.pause(Duration.ofMillis(1000));
            visits++;
        }
        scene.services().release(worker.module);
        scene.services().release(worker.module);
        return "%d rebalances beside theirs; two were asked to go".formatted(2 * visits);
    }

    @Override
    public String toString() {
        return "three instances of %s, with a rebalance every other second".formatted(worker);
    }
}
