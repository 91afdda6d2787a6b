package io.sharewell.simulator.services;

/** Well-Architected's settings for the organization. One thread only. */
final class GlobalSettings {

    private boolean organizationSharing;
    private String discovery = "DISABLED";

    GlobalSettings(boolean organizationSharing) {
        this.organizationSharing = organizationSharing;
    }

    boolean organizationSharing() {
        return organizationSharing;
    }

    void organizationSharing(boolean value) {
        organizationSharing = value;
    }

    String discovery() {
        return discovery;
    }

    void discovery(String value) {
        discovery = value;
    }
}
