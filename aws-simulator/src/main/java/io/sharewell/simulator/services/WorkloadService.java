package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.services.Pager.Positioned;
import io.sharewell.simulator.wellarchitected.Share;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Workloads themselves. */
final class WorkloadService {

    private static final int PAGE = 50;
    private static final int WORKLOADS_PER_REGION = 1000;
    private static final int QUESTIONS = 57;

    /** Positions of shared workloads begin here, behind all of the account's own. */
    private static final long SHARED = 1L << 40;

    private final WorkloadFinder finder;
    private final Workloads workloads;
    private final GlobalSettings settings;
    private final Pager pager;

    WorkloadService(WorkloadFinder finder, Workloads workloads, GlobalSettings settings, Pager pager) {
        this.finder = finder;
        this.workloads = workloads;
        this.settings = settings;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.ListWorkloads", this::listWorkloads);
        handlers.add("wellarchitected.GetWorkload", this::getWorkload);
        handlers.add("wellarchitected.CreateWorkload", this::createWorkload);
        handlers.add("wellarchitected.DeleteWorkload", this::deleteWorkload);
        handlers.add("wellarchitected.TagResource", this::tagResource);
        handlers.add("wellarchitected.ListTagsForResource", this::listTags);
        handlers.add("wellarchitected.GetGlobalSettings", this::getGlobalSettings);
        handlers.add("wellarchitected.UpdateGlobalSettings", this::updateGlobalSettings);
    }

    private ObjectNode listWorkloads(Call call) {
        finder.check(call);
        var prefix = call.text("WorkloadNamePrefix") == null ? "" : call.text("WorkloadNamePrefix");
        var paging = new Pager.Paging("WorkloadSummaries", PAGE, prefix, BAD_TOKEN);
        return pager.page(call, paging, (after, limit) -> list(call, prefix, after, limit), WorkloadService::summarize);
    }

    static final Supplier<RuntimeException> BAD_TOKEN =
            () -> WellArchitectedErrors.invalid("NextToken", "The token is not valid for this request.");

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
        boolean there = found.stream().anyMatch(it -> it.item().id().equals(workload.id()));
        if (!there && workload.name().startsWith(prefix)) {
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
        if (!found.own()) {
            into.put("ShareInvitationId", found.share().invitationId().toString());
        }
        if (!workload.tags().isEmpty()) {
            workload.tags().forEach(into.putObject("Tags")::put);
        }
        return answer;
    }

    private ObjectNode createWorkload(Call call) {
        finder.check(call);
        checkNew(call);
        var home = finder.home(call);
        return TokenUses.once(call, home.tokens(), () -> {
            var name = call.text("WorkloadName");
            home.visit(0, (_, other) -> {
                if (other.name().equals(name)) {
                    throw WellArchitectedErrors.conflict(
                            "A workload with the name " + name + " already exists.",
                            other.id().toString(),
                            "WORKLOAD");
                }
                return true;
            });
            if (home.size() >= WORKLOADS_PER_REGION) {
                throw WellArchitectedErrors.quota(
                        "An account can have " + WORKLOADS_PER_REGION + " workloads per Region.",
                        call.account().id(),
                        "WORKLOAD",
                        "L-WORKLOADS");
            }
            var workload = newWorkload(call);
            home.add(workload);
            return Json.object().put("WorkloadId", workload.id().toString()).put("WorkloadArn", workload.arn());
        });
    }

    /** What the documentation wants beyond the model. */
    private static void checkNew(Call call) {
        if (call.input().path("AwsRegions").isEmpty()
                && call.input().path("NonAwsRegions").isEmpty()) {
            throw WellArchitectedErrors.invalid("AwsRegions", "Either AwsRegions or NonAwsRegions must be given.");
        }
        if (call.text("ReviewOwner") == null) {
            throw WellArchitectedErrors.invalid("ReviewOwner", "ReviewOwner must be given.");
        }
    }

    private Workload newWorkload(Call call) {
        var details = call.input().deepCopy();
        details.remove(List.of("ClientRequestToken", "Tags", "ProfileArns", "ReviewTemplateArns", "JiraConfiguration"));
        return new Workload(
                workloads.newId(),
                call.account().id(),
                call.region(),
                call.text("WorkloadName"),
                call.now(),
                texts(call.input().path("Lenses")),
                Map.of("UNANSWERED", QUESTIONS),
                "NOT_APPLICABLE",
                tags(call),
                details);
    }

    private static List<String> texts(Iterable<com.fasterxml.jackson.databind.JsonNode> nodes) {
        var texts = new ArrayList<String>();
        nodes.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static Map<String, String> tags(Call call) {
        var tags = new LinkedHashMap<String, String>();
        call.input()
                .path("Tags")
                .properties()
                .forEach(it -> tags.put(it.getKey(), it.getValue().asText()));
        return tags;
    }

    private ObjectNode deleteWorkload(Call call) {
        var home = finder.home(call);
        return TokenUses.once(call, home.tokens(), () -> {
            var found = finder.workload(call);
            if (!found.own()) {
                throw WellArchitectedErrors.workloadNotFound(call.text("WorkloadId"));
            }
            var id = found.workload().id();
            for (var share = home.findShare(id, _ -> true); share != null; share = home.findShare(id, _ -> true)) {
                workloads.unshare(share);
            }
            home.remove(id);
            return Json.object();
        });
    }

    private ObjectNode tagResource(Call call) {
        var workload = byArn(call);
        var tags = new LinkedHashMap<>(workload.tags());
        tags.putAll(tags(call));
        finder.home(call).replace(workload.withTags(tags));
        return Json.object();
    }

    private ObjectNode listTags(Call call) {
        var answer = Json.object();
        var tags = byArn(call).tags();
        if (!tags.isEmpty()) {
            tags.forEach(answer.putObject("Tags")::put);
        }
        return answer;
    }

    private Workload byArn(Call call) {
        var arn = call.text("WorkloadArn");
        var id = arn.substring(arn.lastIndexOf('/') + 1);
        if (!id.matches("[0-9a-f]{32}")) {
            throw WellArchitectedErrors.notFound(
                    "[ResourceNotFound] No resource with ARN " + arn + " found.", arn, "WORKLOAD");
        }
        var found = finder.workload(call, id);
        if (!found.own() || !found.workload().arn().equals(arn)) {
            throw WellArchitectedErrors.workloadNotFound(id);
        }
        return found.workload();
    }

    private ObjectNode getGlobalSettings(Call call) {
        finder.check(call);
        return Json.object()
                .put("OrganizationSharingStatus", settings.organizationSharing() ? "ENABLED" : "DISABLED")
                .put("DiscoveryIntegrationStatus", settings.discovery());
    }

    private ObjectNode updateGlobalSettings(Call call) {
        finder.check(call);
        var sharing = call.text("OrganizationSharingStatus");
        if (sharing != null) {
            settings.organizationSharing(sharing.equals("ENABLED"));
        }
        var discovery = call.text("DiscoveryIntegrationStatus");
        if (discovery != null) {
            settings.discovery(discovery);
        }
        return Json.object();
    }
}
