package io.sharewell.writer.aws;

import io.sharewell.aws.CallSite;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.WorkloadFound;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ClientRequestToken;
import io.sharewell.writer.domain.Share;
import io.sharewell.writer.domain.Target;
import io.sharewell.writer.domain.WorkloadShares;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesResponse;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;

/**
 * The shares of one workload, through the Region's client and with the credentials of the owner's session. They are listed
 * once for all targets, and again for a principal after anything was asked about its share.
 */
final class AwsWorkloadShares implements WorkloadShares {

    private static final int LARGEST_PAGE = 50;
    // AWS's quota; it cannot be raised
    private static final int MOST_SHARES = 20;

    private final WellArchitectedClient client;
    private final AwsRequestOverrideConfiguration credentials;
    private final RecordCalls calls;
    private final WorkloadFound found;
    private final Set<String> touched = new HashSet<>();
    private List<WorkloadShareSummary> listed = List.of();
    private boolean unknown = true;
    private int count;

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
        if (unknown || touched.contains(Principal.keyOf(principal.value()))) {
            switch (list()) {
                case Answer.Given<List<WorkloadShareSummary>>(List<WorkloadShareSummary> all) -> {
                    listed = all;
                    count = all.size();
                    unknown = false;
                    touched.clear();
                }
                case Answer.Overtaken<List<WorkloadShareSummary>>(Problem problem) -> {
                    return new Answer.Overtaken<>(problem);
                }
                case Answer.Refused<List<WorkloadShareSummary>>(Problem problem) -> {
                    return new Answer.Refused<>(problem);
                }
            }
        }
        String key = Principal.keyOf(principal.value());
        return new Answer.Given<>(listed.stream()
                .filter(share -> key.equals(Principal.keyOf(share.sharedWith())))
                .map(AwsWorkloadShares::share)
                .toList());
    }

    /** All shares of the workload: AWS allows 20, so one page has them for every target. */
    private Answer<List<WorkloadShareSummary>> list() {
        List<WorkloadShareSummary> shares = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            switch (page(token)) {
                case Answer.Given<ListWorkloadSharesResponse>(ListWorkloadSharesResponse page) -> {
                    shares.addAll(page.workloadShareSummaries());
                    token = page.nextToken();
                    if (token != null && !tokens.add(token)) {
                        throw new HeldUpException(HeldUpException.Kind.TROUBLE, "the same NextToken came twice");
                    }
                }
                case Answer.Overtaken<ListWorkloadSharesResponse>(Problem problem) -> {
                    return new Answer.Overtaken<>(problem);
                }
                case Answer.Refused<ListWorkloadSharesResponse>(Problem problem) -> {
                    return new Answer.Refused<>(problem);
                }
            }
        } while (token != null && !token.isEmpty());
        return new Answer.Given<>(shares);
    }

    private Answer<ListWorkloadSharesResponse> page(String token) {
        return calls.call(
                site("ListWorkloadShares"),
                () -> client.listWorkloadShares(request -> request.workloadId(workloadId())
                        .maxResults(LARGEST_PAGE)
                        .nextToken(token)
                        .overrideConfiguration(credentials)));
    }

    @Override
    public Answer<String> create(Target target, ClientRequestToken token) {
        touched.add(Principal.keyOf(target.principal().value()));
        return calls.call(site("CreateWorkloadShare"), () -> {
            var created = client.createWorkloadShare(request -> request.workloadId(workloadId())
                    .sharedWith(target.principal().value())
                    .permissionType(target.permission().name())
                    .clientRequestToken(token.value())
                    .overrideConfiguration(credentials));
            count++;
            return created.shareId();
        });
    }

    @Override
    public Answer<Share> update(Share share, Permission permission) {
        touch(share);
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
        touch(share);
        return calls.call(site("DeleteWorkloadShare"), () -> {
            client.deleteWorkloadShare(request -> request.workloadId(workloadId())
                    .shareId(share.id())
                    .clientRequestToken(token.value())
                    .overrideConfiguration(credentials));
            count--;
            return share;
        });
    }

    @Override
    public int left() {
        return MOST_SHARES - count;
    }

    private void touch(Share share) {
        listed.stream()
                .filter(it -> it.shareId().equals(share.id()))
                .forEach(it -> touched.add(Principal.keyOf(it.sharedWith())));
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
