package io.sharewell.simulator;

import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RateLimitsFile;
import java.time.Duration;

/**
 * How a simulator is started.
 *
 * @param host address to bind, such as 127.0.0.1
 * @param port of the AWS endpoint; 0: any free one
 * @param adminPort of the admin API; 0: any free one
 * @param organization what is simulated
 * @param addedLatency of every call; null: the organization's own
 * @param rateLimits token buckets; null: the organization's own
 * @param journalSize how many calls the journal remembers
 */
public record SimulatorOptions(
        String host,
        int port,
        int adminPort,
        OrganizationFile organization,
        Latency addedLatency,
        RateLimitsFile rateLimits,
        int journalSize) {

    private static final int DEFAULT_JOURNAL = 20_000;

    /** Any free ports on 127.0.0.1. */
    public static SimulatorOptions of(OrganizationFile organization) {
        return new SimulatorOptions("127.0.0.1", 0, 0, organization, null, null, DEFAULT_JOURNAL);
    }

    public SimulatorOptions withHost(String value) {
        return new SimulatorOptions(value, port, adminPort, organization, addedLatency, rateLimits, journalSize);
    }

    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(host, value, adminPort, organization, addedLatency, rateLimits, journalSize);
    }

    public SimulatorOptions withAdminPort(int value) {
        return new SimulatorOptions(host, port, value, organization, addedLatency, rateLimits, journalSize);
    }

    /** The median of the latency of every call; null: the organization's own. */
    public Duration latency() {
        return addedLatency == null ? null : addedLatency.median();
    }

    /** With the same latency for every call; null: the organization's own. */
    public SimulatorOptions withLatency(Duration value) {
        return withLatency(value == null ? null : Latency.fixed(value));
    }

    /** With this latency for every call, in place of all that the organization says; null: the organization's own. */
    public SimulatorOptions withLatency(Latency value) {
        return new SimulatorOptions(host, port, adminPort, organization, value, rateLimits, journalSize);
    }

    public SimulatorOptions withJournalSize(int value) {
        return new SimulatorOptions(host, port, adminPort, organization, addedLatency, rateLimits, value);
    }

    /** Without token buckets: nothing is ever throttled, whatever the organization says. */
    public SimulatorOptions withoutRateLimits() {
        return new SimulatorOptions(host, port, adminPort, organization, addedLatency, RateLimitsFile.OFF, journalSize);
    }

    /** An organization as these options want it; they outlast the organization the simulator was started with. */
    OrganizationFile applyTo(OrganizationFile file) {
        var applied = addedLatency == null ? file : file.withLatency(addedLatency);
        return rateLimits == null ? applied : applied.withRateLimits(rateLimits);
    }
}
