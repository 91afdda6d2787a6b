package io.sharewell.simulator.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.iam.MalformedPolicyException;
import io.sharewell.simulator.iam.Policy;
import io.sharewell.simulator.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies that narrow a session.
 *
 * @param policies null if none were given, so that the role's own policies rule alone
 * @param packedSize in percent of what is allowed
 */
record SessionPolicies(List<Policy> policies, int packedSize) {

    private static final int PLAIN_TEXT_LIMIT = 2048;
    private static final int MOST_ARNS = 10;
    private static final int KEPT = 1000;
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The same few policies are given to session after session. */
    private static final Map<String, Policy> PARSED = new ConcurrentHashMap<>();

    /** Managed policies with something to say about what is simulated. */
    private static final Map<String, String> MANAGED_ACTIONS = Map.of(
            "arn:aws:iam::aws:policy/AdministratorAccess", "*",
            "arn:aws:iam::aws:policy/WellArchitectedConsoleFullAccess", "wellarchitected:*",
            "arn:aws:iam::aws:policy/WellArchitectedConsoleReadOnlyAccess",
                    "wellarchitected:List*,wellarchitected:Get*");

    static SessionPolicies read(ObjectNode input) {
        var document = input.path("Policy").textValue();
        var arns = new ArrayList<String>();
        input.path("PolicyArns").forEach(it -> arns.add(it.path("arn").asText()));
        if (arns.size() > MOST_ARNS) {
            throw StsService.invalid(
                    "1 validation error detected: Value '" + arns + "' at 'policyArns' failed to satisfy"
                            + " constraint: Member must have length less than or equal to " + MOST_ARNS);
        }
        if (document == null && arns.isEmpty()) {
            return new SessionPolicies(null, packedSize(input, 0));
        }
        int length = (document == null ? 0 : document.length())
                + arns.stream().mapToInt(String::length).sum();
        int packed = packedSize(input, length);
        var policies = new ArrayList<Policy>();
        if (document != null) {
            policies.add(parse(document));
        }
        arns.forEach(it -> policies.add(managed(it)));
        return new SessionPolicies(List.copyOf(policies), packed);
    }

    /** AWS packs policies and tags in a way it does not tell; the plain text's share of its limit stands for it. */
    private static int packedSize(ObjectNode input, int policyLength) {
        int tags = 0;
        for (var tag : input.path("Tags")) {
            tags += tag.path("Key").asText().length()
                    + tag.path("Value").asText().length();
        }
        int percent = Math.ceilDiv((policyLength + tags) * 100, PLAIN_TEXT_LIMIT);
        if (percent > 100) {
            throw AwsException.modelled(
                    "PackedPolicyTooLargeException",
                    "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
        }
        return percent;
    }

    private static Policy parse(String document) {
        if (PARSED.size() > KEPT) {
            PARSED.clear();
        }
        try {
            return PARSED.computeIfAbsent(document, it -> Policy.parse(tree(it)));
        } catch (MalformedPolicyException e) {
            throw AwsException.modelled("MalformedPolicyDocumentException", e.getMessage());
        }
    }

    private static JsonNode tree(String document) {
        try {
            return STRICT.readTree(document);
        } catch (JsonProcessingException _) {
            throw AwsException.modelled("MalformedPolicyDocumentException", "This policy contains invalid Json");
        }
    }

    private static Policy managed(String arn) {
        var actions = MANAGED_ACTIONS.get(arn);
        if (actions == null) {
            throw StsService.invalid("The managed policy " + arn + " is not one this simulator knows.");
        }
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Resource", "*");
        var list = statement.putArray("Action");
        for (var action : actions.split(",")) {
            list.add(action);
        }
        return Policy.parse(document);
    }
}
