package io.sharewell.simulator.services;

/** Well-Architected's settings for the organization. One thread only. */
public final class GlobalSettings {

    /** The settings at one moment. */
    public record State(boolean organizationSharing, String discovery) {}

    private State state;

    public GlobalSettings(boolean organizationSharing) {
        state = new State(organizationSharing, "DISABLED");
    }

    public State state() {
        return state;
    }

    /** Goes back to how it was. */
    public void become(State value) {
        state = value;
    }

    boolean organizationSharing() {
        return state.organizationSharing();
    }

    void organizationSharing(boolean value) {
        state = new State(value, state.discovery());
    }

    String discovery() {
        return state.discovery();
    }

    void discovery(String value) {
        state = new State(state.organizationSharing(), value);
    }
}
