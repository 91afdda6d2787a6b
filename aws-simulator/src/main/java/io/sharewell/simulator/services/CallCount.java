package io.sharewell.simulator.services;

import java.util.Map;

/**
 * The calls, and what they are counted by.
 *
 * @param calls by qualified operation
 * @param accounts of the organization
 * @param reachableAccounts whose role he may assume
 * @param accountRegions reachable accounts' Regions in which he may list workloads
 * @param workloads that those accounts own there
 */
public record CallCount(
        Map<String, Long> calls, long total, int accounts, int reachableAccounts, int accountRegions, long workloads) {}
