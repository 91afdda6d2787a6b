package io.sharewell.simulator.iam;

/**
 * What somebody asks to do.
 *
 * @param action such as {@code wellarchitected:ListWorkloads}
 * @param resource an ARN, or {@code *} for an action on no resource in particular
 */
public record IamRequest(String action, String resource, ContextKeys context) {}
