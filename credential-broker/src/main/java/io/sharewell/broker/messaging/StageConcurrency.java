package io.sharewell.broker.messaging;

/**
 * How many records the stages work on at once.
 *
 * @param accounts at least 1
 * @param renewals at least 1
 */
public record StageConcurrency(int accounts, int renewals) {}
