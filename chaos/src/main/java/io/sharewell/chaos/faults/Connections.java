package io.sharewell.chaos.faults;

import java.time.Duration;

/** Connections with the broker that are cut again and again, or slow. */
enum Connections implements Fault {
    CUT("connections with the broker cut every half second for 4 s") {
        @Override
        public String strike(Scene scene) {
            for (int i = 0; i < 8; i++) {
                scene.world().broker().proxy().cut();
                Scene.pause(Duration.ofMillis(500));
            }
            return "they hold again";
        }
    },
    SLOW("each piece of the connections with the broker 150 ms late for 5 s") {
        @Override
        public String strike(Scene scene) {
            scene.world().broker().proxy().slow(Duration.ofMillis(150));
            Scene.pause(Duration.ofSeconds(5));
            scene.world().broker().proxy().slow(Duration.ZERO);
            return "they are as quick as before";
        }
    };

    private final String words;

    Connections(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
