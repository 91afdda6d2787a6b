package io.sharewell.writer.aws;

import io.sharewell.aws.CallSite;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ShareInvitations;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;

/** The invitations of one account and Region, through the Region's client and with the credentials of its session. */
final class AwsShareInvitations implements ShareInvitations {

    private final WellArchitectedClient client;
    private final AwsRequestOverrideConfiguration credentials;
    private final RecordCalls calls;
    private final CallSite updateShareInvitation;

    AwsShareInvitations(
            WellArchitectedClient client,
            AwsRequestOverrideConfiguration credentials,
            RecordCalls calls,
            InvitationFound found) {
        this.client = client;
        this.credentials = credentials;
        this.calls = calls;
        this.updateShareInvitation = CallSite.of("wellarchitected", "UpdateShareInvitation")
                .about(found.accountId())
                .in(found.region());
    }

    @Override
    public Answer<Invitation> accept(Invitation invitation) {
        Attempts attempts = new Attempts();
        Answer<Invitation> answer = calls.call(updateShareInvitation, () -> {
            client.updateShareInvitation(request -> request.shareInvitationId(invitation.id())
                    .shareInvitationAction(ShareInvitationAction.ACCEPT)
                    .overrideConfiguration(toldOf(attempts)));
            return invitation;
        });
        // The SDK's next attempt finds it answered, by the one whose own answer was lost
        boolean byUs = answer instanceof Answer.Overtaken<Invitation> && attempts.oneIsUncertain();
        return byUs ? new Answer.Given<>(invitation) : answer;
    }

    /** The SDK tells those whom a request names instead of the client's own: so these are named, too. */
    private AwsRequestOverrideConfiguration toldOf(Attempts attempts) {
        return credentials.toBuilder()
                .metricPublishers(client.serviceClientConfiguration()
                        .overrideConfiguration()
                        .metricPublishers())
                .addMetricPublisher(attempts)
                .build();
    }
}
