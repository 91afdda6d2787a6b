package io.sharewell.benchmark;

/**
 * What is swept.
 *
 * @param workloadsPerAccount on the average, spread over its Regions
 * @param latency of every answer, such as {@code 50ms}
 * @param rateLimits whether the simulator throttles as AWS does
 */
record Organization(int accounts, int workloadsPerAccount, String latency, boolean rateLimits) {

    /** The simulator's management, automation and reviews account. */
    static final int FEWEST_ACCOUNTS = 3;
}
