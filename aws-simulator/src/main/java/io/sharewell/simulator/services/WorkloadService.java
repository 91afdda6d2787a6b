package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.wellarchitected.Principals;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lists and shows workloads: an account's own, and those shared with it. */
final class WorkloadService {

    static final int PAGE = 50;

    /** What to say to a page token that was never given. */
    static final Supplier<RuntimeException> BAD_TOKEN =
            () -> WellArchitectedErrors.invalid("NextToken", "The token is not valid for this request.");

    /** Positions of shared workloads begin here, behind all of the account's own. */
    private static final long SHARED = 1L << 40;

    private final WorkloadFinder finder;
    private final Pager pager;

    WorkloadService(WorkloadFinder finder, Pager pager) {
        this.finder = finder;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.ListWorkloads", this::listWorkloads);
        handlers.add("wellarchitected.GetWorkload", this::getWorkload);
    }

    private ObjectNode listWorkloads(Call call) {
        finder.check(call);
        var prefix = call.text("WorkloadNamePrefix") == null ? "" : call.text("WorkloadNamePrefix");
        var paging = new Pager.Paging("WorkloadSummaries", PAGE, prefix, BAD_TOKEN);
        return pager.page(call, paging, (after, limit) -> list(call, prefix, after, limit), WorkloadService::summarize);
    }

    private List<Positioned<Workload>> list(Call call, String prefix, long after, int limit) {
        var found = new ArrayList<Positioned<Workload>>();
        if (after < SHARED) {
            finder.home(call).visit(after, (position, workload) -> {
                if (workload.name().startsWith(prefix)) {
                    found.add(new Positioned<>(position, workload));
                }
                return found.size() < limit;
            });
        }
        long sequence = Math.max(0, after - SHARED);
        while (found.size() < limit) {
            var shares = finder.openShares(call, sequence, limit - found.size());
            if (shares.isEmpty()) {
                break;
            }
            shares.forEach(it -> addShared(it, prefix, found));
            sequence = shares.getLast().sequence();
        }
        return found;
    }

    private static void addShared(Share share, String prefix, List<Positioned<Workload>> found) {
        var workload = share.home().find(share.workloadId());
        if (workload.name().startsWith(prefix)) {
            found.add(new Positioned<>(SHARED + share.sequence(), workload));
        }
    }

    private static void summarize(Workload workload, ObjectNode into) {
        into.put("WorkloadId", workload.id().toString())
                .put("WorkloadArn", workload.arn())
                .put("WorkloadName", workload.name())
                .put("Owner", workload.owner())
                .put("UpdatedAt", Timestamps.of(workload.updatedAt()));
        var lenses = into.putArray("Lenses");
        workload.lenses().forEach(lenses::add);
        var risks = into.putObject("RiskCounts");
        workload.riskCounts().forEach(risks::put);
        into.put("ImprovementStatus", workload.improvementStatus());
        if (workload.details() != null && workload.details().has("Profiles")) {
            into.set("Profiles", workload.details().get("Profiles"));
        }
    }

    private ObjectNode getWorkload(Call call) {
        var found = finder.workload(call);
        var workload = found.workload();
        var answer = Json.object();
        var into = answer.putObject("Workload");
        if (workload.details() != null) {
            into.setAll(workload.details());
        } else {
            into.put("Description", workload.name() + " in " + workload.region())
                    .put("Environment", "PRODUCTION")
                    .put("ReviewOwner", "architecture@example.com")
                    .putArray("AwsRegions")
                    .add(workload.region());
        }
        summarize(workload, into);
        into.put("IsReviewOwnerUpdateAcknowledged", true);
        if (!found.own() && Principals.isInvited(found.share().sharedWith())) {
            into.put("ShareInvitationId", found.share().invitationId().toString());
        }
        if (!workload.tags().isEmpty()) {
            workload.tags().forEach(into.putObject("Tags")::put);
        }
        return answer;
    }
}
