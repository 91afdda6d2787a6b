package io.sharewell.broker.aws;

import io.sharewell.aws.AllPages;
import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.broker.domain.AccountRegions;
import io.sharewell.broker.domain.RegionKnowledge;
import io.sharewell.broker.domain.RegionKnowledge.Failed;
import io.sharewell.broker.domain.RegionKnowledge.Known;
import io.sharewell.broker.domain.RegionKnowledge.Refused;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.seal.SessionCredentials;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** {@code account:ListRegions}, asked by the account about itself. */
public final class ListedAccountRegions implements AccountRegions {

    // ENABLING is not yet, DISABLING no more
    private static final Set<RegionOptStatus> NOT_ENABLED =
            EnumSet.of(RegionOptStatus.DISABLED, RegionOptStatus.DISABLING, RegionOptStatus.ENABLING);

    private static final int LARGEST_PAGE = 50;

    private final Function<Region, AccountClient> clients;

    public ListedAccountRegions(Function<Region, AccountClient> clients) {
        this.clients = clients;
    }

    @Override
    public RegionKnowledge of(SessionCredentials session, String partition) {
        AccountClient client = clients.apply(AwsRegions.homeOf(partition));
        AwsRequestOverrideConfiguration credentials = RequestCredentials.of(
                session.accessKeyId(),
                session.secretAccessKey().value(),
                session.sessionToken().value());
        Map<Region, String> notEnabled = new HashMap<>();
        try {
            AllPages.read(token -> {
                // Without an account id: that parameter is for the management account alone
                var page = client.listRegions(request ->
                        request.maxResults(LARGEST_PAGE).nextToken(token).overrideConfiguration(credentials));
                page.regions().stream()
                        .filter(region -> NOT_ENABLED.contains(region.regionOptStatus()))
                        .forEach(region -> Region.ifNamed(region.regionName())
                                .ifPresent(name -> notEnabled.put(name, region.regionOptStatusAsString())));
                return page.nextToken();
            });
            return new Known(notEnabled);
        } catch (SdkException e) {
            return failure(e, session);
        }
    }

    private static RegionKnowledge failure(SdkException failure, SessionCredentials session) {
        CallSite site = CallSite.of("account", "ListRegions").about(session.accountId());
        return switch (AwsFailures.classify(failure, site)) {
            case AwsFailure.News it
            when isDenial(it.problem().reason()) -> new Refused(it.problem().detail());
            case AwsFailure.News it -> new Failed(it.problem().detail());
            case AwsFailure.SetUpWrong it -> new Failed(it.problem().detail());
            case AwsFailure.SessionOver it -> new Failed(it.code());
            case AwsFailure.Trouble it -> new Failed(it.message());
            case AwsFailure.Bug _ -> throw failure;
        };
    }

    private static boolean isDenial(Reason reason) {
        return reason == Reason.DENIED || reason == Reason.DENIED_BY_SCP;
    }
}
