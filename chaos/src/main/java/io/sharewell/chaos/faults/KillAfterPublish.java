package io.sharewell.chaos.faults;

/** kill -9 as soon as the broker has a result of a record whose acknowledgement is not committed: it is worked on again. */
record KillAfterPublish(Worker worker) implements Fault {

    @Override
    public boolean isEarly() {
        return worker == Worker.CREDENTIAL_BROKER;
    }

    @Override
    public String strike(Scene scene) {
        long before = scene.progress().statements(worker.says);
        boolean said = scene.progress().await(() -> scene.progress().statements(worker.says) > before, Scene.PATIENCE);
        if (!said) {
            return "it had nothing to say any more";
        }
        scene.services().kill(worker.module);
        long uncommitted = scene.groups().lag(worker.module, worker.topic.topicName());
        scene.services().start(worker.module);
        return "killed with %d records uncommitted, started again".formatted(uncommitted);
    }

    @Override
    public String toString() {
        return "kill -9 of %s after publish and before acknowledgement".formatted(worker);
    }
}
