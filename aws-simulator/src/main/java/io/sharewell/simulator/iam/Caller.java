package io.sharewell.simulator.iam;

/**
 * Who asks, as policies name him.
 *
 * @param arn of the user, or of the assumed-role session
 * @param principalArn what {@code aws:PrincipalArn} says: of the user, or of the role itself
 */
public record Caller(String accountId, String arn, String principalArn) {}
