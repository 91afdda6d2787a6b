package io.sharewell.broker.aws;

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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
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
        try {
            // Without an account id: that parameter is for the management account alone
            return new Known(
                    clients
                            .apply(AwsRegions.homeOf(partition))
                            .listRegionsPaginator(request(session))
                            .regions()
                            .stream()
                            .filter(region -> NOT_ENABLED.contains(region.regionOptStatus()))
                            .collect(Collectors.toMap(
                                    region -> Region.of(region.regionName()),
                                    region -> region.regionOptStatusAsString(),
                                    (_, later) -> later)));
        } catch (SdkException e) {
            return failure(e, session);
        }
    }

    private static ListRegionsRequest request(SessionCredentials session) {
        return ListRegionsRequest.builder()
                .maxResults(LARGEST_PAGE)
                .overrideConfiguration(RequestCredentials.of(
                        session.accessKeyId(),
                        session.secretAccessKey().value(),
                        session.sessionToken().value()))
                .build();
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
