package io.sharewell.app.doctor;

import io.sharewell.events.Region;
import java.util.List;
import software.amazon.awssdk.services.wellarchitected.model.ListShareInvitationsResponse;

/** {@code wellarchitected:ListShareInvitations} with the acceptance role, in every Region. */
final class InvitationsCheck {

    private static final int REGIONS_AT_ONCE = 18;

    private final DoctorSettings settings;

    InvitationsCheck(DoctorSettings settings) {
        this.settings = settings;
    }

    private record Asked(Region region, Answer<ListShareInvitationsResponse> answer) {}

    List<Finding> check(Session session, List<Region> regions) {
        RegionAnswers<ListShareInvitationsResponse> answers = new RegionAnswers<>(settings, session.account());
        Parallel.map(regions, REGIONS_AT_ONCE, region -> new Asked(region, ask(session, region)))
                .forEach(asked -> answers.add(asked.region(), asked.answer()));
        List<Finding> findings =
                answers.findings().stream().map(this::asAcceptanceRoles).collect(java.util.stream.Collectors.toList());
        if (!answers.notEnabled().isEmpty()) {
            findings.add(notEnabled(answers.notEnabled()));
        }
        return findings.isEmpty()
                ? List.of(new Finding.Ok("allowed in " + answers.given().size()
                        + " Regions; whether it may accept cannot be told without accepting"))
                : findings;
    }

    private static Answer<ListShareInvitationsResponse> ask(Session session, Region region) {
        return session.ask(
                "ListShareInvitations",
                region,
                (client, credentials) -> client.listShareInvitations(
                        request -> request.maxResults(1).overrideConfiguration(credentials)));
    }

    private Finding asAcceptanceRoles(Finding finding) {
        return finding.diagnosis()
                .filter(what ->
                        what.cause() == Cause.ACTION_NOT_ALLOWED || what.cause() == Cause.ACTION_DENIED_BY_BOUNDARY)
                .map(what -> Finding.of(
                        Cause.INVITATIONS_NOT_ALLOWED,
                        what.seen(),
                        "Let the acceptance role do wellarchitected:ListShareInvitations and UpdateShareInvitation"
                                + " (AcceptInvitations=true in deploy/iam/member-role.yaml).",
                        Commands.rolePolicies(
                                settings.acceptanceRole().orElseThrow().name())))
                .orElse(finding);
    }

    private static Finding notEnabled(List<Region> regions) {
        return Finding.of(
                Cause.REGIONS_NOT_ENABLED_FOR_REVIEWS,
                "Not enabled in the reviews account: " + EnabledRegionsCheck.names(regions) + ".",
                "Workloads can be shared only into Regions that the reviews account has enabled too. If there are any in"
                        + " these, enable them (in the reviews account).",
                "aws account enable-region --region-name " + regions.getFirst());
    }
}
