package io.sharewell.chaos.faults;

/** A second instance comes, and the first is killed while their group deals out the partitions. */
record KillInRebalance(Worker worker) implements Fault {

    @Override
    public String strike(Scene scene) {
        scene.services().start(worker.module);
        boolean rebalancing = scene.progress().await(() -> scene.groups().isRebalancing(worker.module), Scene.PATIENCE);
        scene.services().kill(worker.module);
        return rebalancing ? "killed in the middle of it" : "killed after it";
    }

    @Override
    public String toString() {
        return "kill -9 of %s during a rebalance".formatted(worker);
    }
}
