package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.wellarchitected.ClientTokens;
import java.util.function.Supplier;

/** Client request tokens: the same request twice has one effect and one answer. */
final class TokenUses {

    private TokenUses() {}

    /** Does it, or repeats the answer if the same token came with the same request before. */
    static ObjectNode once(Call call, ClientTokens tokens, Supplier<ObjectNode> effect) {
        var used = find(call, tokens);
        if (used != null) {
            return (ObjectNode) used;
        }
        var answer = effect.get();
        remember(call, tokens, answer);
        return answer;
    }

    /**
     * What came of the token's first use; null if this is the first.
     *
     * @throws io.sharewell.simulator.protocol.AwsException Conflict, if it came with another request
     */
    static Object find(Call call, ClientTokens tokens) {
        var token = call.text("ClientRequestToken");
        var use = tokens.find(call.operation().name(), token);
        if (use == null) {
            return null;
        }
        if (use.request() != request(call)) {
            throw WellArchitectedErrors.conflict(
                    "The client request token was used for another request.", token, "CLIENT_REQUEST_TOKEN");
        }
        return use.outcome();
    }

    static void remember(Call call, ClientTokens tokens, Object outcome) {
        tokens.remember(call.operation().name(), call.text("ClientRequestToken"), request(call), outcome);
    }

    private static long request(Call call) {
        var request = call.input().deepCopy();
        request.remove("ClientRequestToken");
        return Ids.hash(0, request.toString());
    }
}
