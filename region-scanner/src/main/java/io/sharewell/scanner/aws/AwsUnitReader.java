package io.sharewell.scanner.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallResult;
import io.sharewell.aws.CallSite;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Invitation;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.ListedWorkload;
import io.sharewell.scanner.domain.Page;
import io.sharewell.scanner.domain.UnitReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Reads one unit through the Region's client, with the credentials of the account's session. */
final class AwsUnitReader implements UnitReader {

    private static final int LARGEST_PAGE = 50;

    private final WellArchitectedClient client;
    private final AwsRequestOverrideConfiguration credentials;
    private final BudgetedCalls calls;
    private final String workloadNamePrefix;
    private final CallSite listWorkloads;
    private final CallSite listShareInvitations;

    AwsUnitReader(
            WellArchitectedClient client,
            AwsRequestOverrideConfiguration credentials,
            BudgetedCalls calls,
            AccountSessionOpened unit) {
        this.client = client;
        this.credentials = credentials;
        this.calls = calls;
        this.workloadNamePrefix = unit.workloadNamePrefix();
        this.listWorkloads = site("ListWorkloads", unit);
        this.listShareInvitations = site("ListShareInvitations", unit);
    }

    private static CallSite site(String operation, AccountSessionOpened unit) {
        return CallSite.of("wellarchitected", operation).about(unit.accountId()).in(unit.region());
    }

    @Override
    public Answer<Page<ListedWorkload>> workloads(Optional<String> token) {
        return call(listWorkloads, () -> {
            var response = client.listWorkloads(request -> request.workloadNamePrefix(workloadNamePrefix)
                    .maxResults(LARGEST_PAGE)
                    .nextToken(token.orElse(null))
                    .overrideConfiguration(credentials));
            return page(response.workloadSummaries(), Summaries::workload, response.nextToken());
        });
    }

    @Override
    public Answer<Page<Invitation>> invitations(Optional<String> token) {
        return call(listShareInvitations, () -> {
            var response = client.listShareInvitations(request -> request.maxResults(LARGEST_PAGE)
                    .nextToken(token.orElse(null))
                    .overrideConfiguration(credentials));
            return page(response.shareInvitationSummaries(), Summaries::invitation, response.nextToken());
        });
    }

    private <T> Answer<T> call(CallSite site, Supplier<T> call) {
        return switch (calls.call(site, call)) {
            case CallResult.Answered<T>(T value) -> new Answer.Given<>(value);
            case CallResult.Refused<T>(AwsFailure.News news) -> new Answer.Refused<>(news.problem());
        };
    }

    private static <S, T> Page<T> page(List<S> summaries, Function<S, T> words, String nextToken) {
        return new Page<>(
                summaries.stream().map(words).toList(),
                Optional.ofNullable(nextToken).filter(token -> !token.isEmpty()));
    }
}
