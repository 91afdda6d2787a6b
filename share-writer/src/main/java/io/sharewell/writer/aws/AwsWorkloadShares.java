package io.sharewell.writer.aws;

import io.sharewell.aws.CallSite;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.WorkloadFound;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ClientRequestToken;
import io.sharewell.writer.domain.Share;
import io.sharewell.writer.domain.Target;
import io.sharewell.writer.domain.WorkloadShares;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesResponse;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;

/** The shares of one workload, through the Region's client and with the credentials of the owner's session. */
final class AwsWorkloadShares implements WorkloadShares {

    private static final int LARGEST_PAGE = 50;
    private static final int LONGEST_PREFIX = 100;

    private final WellArchitectedClient client;
    private final AwsRequestOverrideConfiguration credentials;
    private final RecordCalls calls;
    private final WorkloadFound found;

    AwsWorkloadShares(
            WellArchitectedClient client,
            AwsRequestOverrideConfiguration credentials,
            RecordCalls calls,
            WorkloadFound found) {
        this.client = client;
        this.credentials = credentials;
        this.calls = calls;
        this.found = found;
    }

    @Override
    public Answer<List<Share>> with(Principal principal) {
        List<Share> shares = new ArrayList<>();
        String token = null;
        do {
            switch (page(principal, token)) {
                case Answer.Given<ListWorkloadSharesResponse>(ListWorkloadSharesResponse page) -> {
                    page.workloadShareSummaries().stream()
                            .filter(share -> principal.value().equals(share.sharedWith()))
                            .map(AwsWorkloadShares::share)
                            .forEach(shares::add);
                    token = page.nextToken();
                }
                case Answer.Overtaken<ListWorkloadSharesResponse> it -> {
                    return new Answer.Overtaken<>(it.problem());
                }
                case Answer.Refused<ListWorkloadSharesResponse> it -> {
                    return new Answer.Refused<>(it.problem());
                }
            }
        } while (token != null && !token.isEmpty());
        return new Answer.Given<>(shares);
    }

    private Answer<ListWorkloadSharesResponse> page(Principal principal, String token) {
        String whole = principal.value();
        String prefix = whole.substring(0, Math.min(LONGEST_PREFIX, whole.length()));
        return calls.call(
                site("ListWorkloadShares"),
                () -> client.listWorkloadShares(request -> request.workloadId(workloadId())
                        .sharedWithPrefix(prefix)
                        .maxResults(LARGEST_PAGE)
                        .nextToken(token)
                        .overrideConfiguration(credentials)));
    }

    @Override
    public Answer<String> create(Target target, ClientRequestToken token) {
        return calls.call(site("CreateWorkloadShare"), () -> client.createWorkloadShare(
                        request -> request.workloadId(workloadId())
                                .sharedWith(target.principal().value())
                                .permissionType(target.permission().name())
                                .clientRequestToken(token.value())
                                .overrideConfiguration(credentials))
                .shareId());
    }

    @Override
    public Answer<Share> update(Share share, Permission permission) {
        return calls.call(site("UpdateWorkloadShare"), () -> {
            var updated = client.updateWorkloadShare(request -> request.workloadId(workloadId())
                            .shareId(share.id())
                            .permissionType(permission.name())
                            .overrideConfiguration(credentials))
                    .workloadShare();
            return new Share(share.id(), updated.permissionTypeAsString(), updated.statusAsString(), null);
        });
    }

    @Override
    public Answer<Share> delete(Share share, ClientRequestToken token) {
        return calls.call(site("DeleteWorkloadShare"), () -> {
            client.deleteWorkloadShare(request -> request.workloadId(workloadId())
                    .shareId(share.id())
                    .clientRequestToken(token.value())
                    .overrideConfiguration(credentials));
            return share;
        });
    }

    private static Share share(WorkloadShareSummary summary) {
        return new Share(
                summary.shareId(), summary.permissionTypeAsString(), summary.statusAsString(), summary.statusMessage());
    }

    private CallSite site(String operation) {
        return CallSite.of("wellarchitected", operation)
                .about(found.accountId())
                .in(found.region());
    }

    private String workloadId() {
        return found.workload().id();
    }
}
