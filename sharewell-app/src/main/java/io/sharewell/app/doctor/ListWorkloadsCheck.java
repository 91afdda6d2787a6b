package io.sharewell.app.doctor;

import io.sharewell.app.view.Text;
import io.sharewell.events.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadsResponse;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** {@code wellarchitected:ListWorkloads} in every Region: the first page tells whether it may be asked. */
final class ListWorkloadsCheck {

    private static final int LARGEST_PAGE = 50;
    private static final int REGIONS_AT_ONCE = 18;

    private final DoctorSettings settings;

    ListWorkloadsCheck(DoctorSettings settings) {
        this.settings = settings;
    }

    /**
     * What the Regions said.
     *
     * @param listed whether any Region gave a list
     * @param workload one of the account's own, if any was seen
     */
    record Seen(List<Finding> findings, boolean listed, Optional<Place> workload) {}

    /** Where a workload is. */
    record Place(Region region, String workloadId) {}

    private record Asked(Region region, Answer<ListWorkloadsResponse> answer) {}

    Seen check(Session session, List<Region> regions) {
        RegionAnswers<ListWorkloadsResponse> answers = new RegionAnswers<>(settings, session.account());
        Parallel.map(regions, REGIONS_AT_ONCE, region -> new Asked(region, ask(session, region)))
                .forEach(asked -> answers.add(asked.region(), asked.answer()));
        List<Finding> findings = answers.findings();
        if (!answers.notEnabled().isEmpty() && !settings.regions().isEmpty()) {
            findings.add(EnabledRegionsCheck.missing(answers.notEnabled()));
        }
        if (findings.isEmpty()) {
            findings.add(new Finding.Ok(ok(session, answers)));
        }
        return new Seen(findings, !answers.given().isEmpty(), workload(session, answers.given()));
    }

    private static Answer<ListWorkloadsResponse> ask(Session session, Region region) {
        return session.ask(
                "ListWorkloads",
                region,
                (client, credentials) -> client.listWorkloads(
                        request -> request.maxResults(LARGEST_PAGE).overrideConfiguration(credentials)));
    }

    private static String ok(Session session, RegionAnswers<ListWorkloadsResponse> answers) {
        long workloads = answers.given().values().stream()
                .flatMap(page -> page.workloadSummaries().stream())
                .filter(summary -> isOwn(summary, session))
                .count();
        boolean more = answers.given().values().stream().anyMatch(page -> page.nextToken() != null);
        return "allowed in " + answers.given().size() + " Regions, "
                + (more ? workloads + " workloads or more" : Text.count(workloads, "workload"))
                + (answers.notEnabled().isEmpty()
                        ? ""
                        : "; not enabled: " + EnabledRegionsCheck.names(answers.notEnabled()));
    }

    private static Optional<Place> workload(Session session, Map<Region, ListWorkloadsResponse> pages) {
        return pages.entrySet().stream()
                .flatMap(page -> page.getValue().workloadSummaries().stream()
                        .filter(summary -> isOwn(summary, session))
                        .map(summary -> new Place(page.getKey(), summary.workloadId())))
                .findFirst();
    }

    /** Workloads that others share with the account are listed too. */
    private static boolean isOwn(WorkloadSummary summary, Session session) {
        return session.account().value().equals(summary.owner());
    }
}
