/**
 * The state of the simulated Well-Architected Tool: workloads per account and Region, their shares, and
 * the same shares as their recipients see them. Workloads that the organization file only counts are
 * made up anew each time they are looked at, so that a million of them costs nothing.
 */
package io.sharewell.simulator.wellarchitected;
