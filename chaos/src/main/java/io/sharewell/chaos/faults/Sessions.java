package io.sharewell.chaos.faults;

/** All sessions end at once, as if two hours had gone by. */
record Sessions() implements Fault {

    @Override
    public String strike(Scene scene) {
        scene.world().admin().advanceClock("PT2H");
        return "whoever has a session needs another";
    }

    @Override
    public String toString() {
        return "the sessions of all accounts expire";
    }
}
