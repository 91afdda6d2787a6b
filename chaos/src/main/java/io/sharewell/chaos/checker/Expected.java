package io.sharewell.chaos.checker;

import io.sharewell.events.Reason;

/** A problem that has to be told of an account, a unit or a workload. */
public record Expected(String subject, Reason reason) {}
