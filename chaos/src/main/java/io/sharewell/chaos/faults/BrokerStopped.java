package io.sharewell.chaos.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The broker is away for some time. Who only waits for it must not be killed for that, nor said to be ready for long. */
record BrokerStopped(Duration time) implements Fault {

    /** Liveness has to hold from the beginning, readiness may need some seconds to tell. */
    private static final Duration READINESS_TELLS = Duration.ofSeconds(20);

    @Override
    public String strike(Scene scene) {
        scene.world().broker().stop();
        Scene.pause(time);
        Map<String, List<Integer>> live = scene.services().health("live");
        Map<String, List<Integer>> ready = scene.services().health("ready");
        scene.world().broker().start();
        live.forEach((service, answers) -> answers.stream()
                .filter(status -> status >= 400)
                .forEach(status -> scene.findings()
                        .violation("liveness of %s with the broker away: %d".formatted(service, status))));
        if (time.compareTo(READINESS_TELLS) >= 0) {
            ready.forEach((service, answers) -> answers.stream()
                    .filter(status -> status == 200)
                    .forEach(status -> scene.findings()
                            .violation("%s says it is ready, with the broker away for %s".formatted(service, time))));
        }
        return "it is back; readiness said " + ready;
    }

    @Override
    public String toString() {
        return "the broker away for %d s".formatted(time.toSeconds());
    }
}
