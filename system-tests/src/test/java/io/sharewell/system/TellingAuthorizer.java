package io.sharewell.system;

import java.util.List;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** What "authorization: simple" of Strimzi's Kafka is; writes to its standard output whatever it refuses. */
public final class TellingAuthorizer extends StandardAuthorizer {

    static final String DENIED = "Denied: ";

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext request, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(request, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            // Whoever asks for all topics is shown those that it may know
            if (results.get(i) == AuthorizationResult.DENIED && action.logIfDenied()) {
                System.out.println(DENIED + request.principal() + " " + action);
            }
        }
        return results;
    }
}
