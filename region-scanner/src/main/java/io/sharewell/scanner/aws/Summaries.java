package io.sharewell.scanner.aws;

import io.sharewell.events.Invitation;
import io.sharewell.events.Workload;
import io.sharewell.scanner.domain.ListedWorkload;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** AWS's summaries in the words of the contract. AWS's own words are kept, also those that this SDK does not know. */
final class Summaries {

    private Summaries() {}

    static ListedWorkload workload(WorkloadSummary summary) {
        return new ListedWorkload(
                summary.owner(),
                new Workload(
                        summary.workloadId(),
                        summary.workloadArn(),
                        summary.workloadName(),
                        summary.riskCountsAsStrings(),
                        summary.improvementStatusAsString(),
                        summary.lenses(),
                        summary.updatedAt()));
    }

    static Invitation invitation(ShareInvitationSummary summary) {
        return new Invitation(
                summary.shareInvitationId(),
                summary.sharedBy(),
                summary.permissionTypeAsString(),
                summary.shareResourceTypeAsString(),
                first(summary.workloadName(), summary.lensName(), summary.profileName(), summary.templateName()),
                first(summary.workloadId(), summary.lensArn(), summary.profileArn(), summary.templateArn()));
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
