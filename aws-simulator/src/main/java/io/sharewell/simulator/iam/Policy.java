package io.sharewell.simulator.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A policy document, parsed once. */
public final class Policy {

    private final List<Statement> statements;

    Policy(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * Reads a policy of a user, a role, a session or an organization.
     *
     * @throws MalformedPolicyException if IAM would not take it
     */
    public static Policy parse(JsonNode document) {
        return PolicyParser.permissions(document);
    }

    /**
     * Reads a role's trust policy, which names principals and no resources.
     *
     * @throws MalformedPolicyException if IAM would not take it
     */
    public static Policy parseTrust(JsonNode document) {
        return PolicyParser.trust(document);
    }

    /** What the policy says; null if it says nothing to this request. A deny outdoes an allow. */
    public Effect effect(IamRequest request) {
        Effect effect = null;
        for (var statement : statements) {
            if (statement.appliesTo(request)) {
                if (statement.effect() == Effect.DENY) {
                    return Effect.DENY;
                }
                effect = Effect.ALLOW;
            }
        }
        return effect;
    }

    /** The same for a trust policy. */
    public Effect effect(IamRequest request, Caller caller) {
        Effect effect = null;
        for (var statement : statements) {
            if (statement.principals().include(caller) && statement.appliesTo(request)) {
                if (statement.effect() == Effect.DENY) {
                    return Effect.DENY;
                }
                effect = Effect.ALLOW;
            }
        }
        return effect;
    }

    /** Whether it says of one resource what it does not say of another. */
    boolean namesResources() {
        return statements.stream().anyMatch(it -> !it.resources().matchAll());
    }

    /** How directly a trust policy allows it to the caller; to be asked only of one that does not deny it. */
    public Grant grant(IamRequest request, Caller caller) {
        return statements.stream()
                .filter(it -> it.effect() == Effect.ALLOW && it.appliesTo(request))
                .map(it -> it.principals().grant(caller))
                .reduce(Grant.NONE, Grant::or);
    }
}
