package io.sharewell.app.doctor;

import io.sharewell.app.doctor.ListWorkloadsCheck.Place;
import java.util.List;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesResponse;

/** {@code wellarchitected:ListWorkloadShares} of a workload that is there: of none it cannot be asked. */
final class ListSharesCheck {

    private final DoctorSettings settings;

    ListSharesCheck(DoctorSettings settings) {
        this.settings = settings;
    }

    List<Finding> check(Session session, ListWorkloadsCheck.Seen workloads) {
        if (!workloads.listed()) {
            return List.of(new Finding.NotChecked("workloads could not be listed"));
        }
        return workloads.workload().map(place -> ask(session, place)).orElseGet(() -> List.of(nothingToAskAbout()));
    }

    private List<Finding> ask(Session session, Place place) {
        RegionAnswers<ListWorkloadSharesResponse> answers = new RegionAnswers<>(settings, session.account());
        answers.add(
                place.region(),
                session.ask(
                        "ListWorkloadShares",
                        place.region(),
                        (client, credentials) -> client.listWorkloadShares(request ->
                                request.workloadId(place.workloadId()).overrideConfiguration(credentials))));
        List<Finding> findings = answers.findings();
        return findings.isEmpty() ? List.of(new Finding.Ok("allowed, of a workload in " + place.region())) : findings;
    }

    private Finding nothingToAskAbout() {
        return Finding.of(
                Cause.NO_WORKLOAD_TO_ASK_ABOUT,
                "The account has no workload yet that was seen.",
                "Shares can only be listed of a workload, and there is none: whether the role may do it, its policy tells"
                        + " (in the account itself).",
                Commands.rolePolicies(settings.roleName()));
    }
}
