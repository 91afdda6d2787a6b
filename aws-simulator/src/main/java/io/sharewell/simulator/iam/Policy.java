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
     * Reads a document.
     *
     * @throws MalformedPolicyException if IAM would not take it
     */
    public static Policy parse(JsonNode document) {
        return PolicyParser.parse(document);
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

    /** The same for a policy that names principals, such as a role's trust policy. */
    public Effect effect(IamRequest request, Caller caller) {
        Effect effect = null;
        for (var statement : statements) {
            var principals = statement.principals();
            if (principals != null && principals.include(caller) && statement.appliesTo(request)) {
                if (statement.effect() == Effect.DENY) {
                    return Effect.DENY;
                }
                effect = Effect.ALLOW;
            }
        }
        return effect;
    }

    /** Whether an allow names the caller himself and not only his account. */
    public boolean allowsByName(IamRequest request, Caller caller) {
        return statements.stream()
                .anyMatch(it -> it.effect() == Effect.ALLOW
                        && it.principals() != null
                        && it.principals().name(caller)
                        && it.appliesTo(request));
    }
}
