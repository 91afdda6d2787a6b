package io.sharewell.app.doctor;

import io.sharewell.aws.CallSite;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.seal.SessionCredentials;
import java.util.function.BiFunction;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** A session in an account, and the Well-Architected Tool asked with it. */
record Session(SessionCredentials credentials, Clients clients) {

    AccountId account() {
        return credentials.accountId();
    }

    <T> Answer<T> ask(
            String operation,
            Region region,
            BiFunction<WellArchitectedClient, AwsRequestOverrideConfiguration, T> call) {
        AwsRequestOverrideConfiguration mine = RequestCredentials.of(
                credentials.accessKeyId(),
                credentials.secretAccessKey().value(),
                credentials.sessionToken().value());
        return Answer.to(
                CallSite.of("wellarchitected", operation).about(account()).in(region),
                () -> call.apply(clients.wellArchitected(region), mine));
    }
}
