package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.Modelled;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.model.Shape;
import io.sharewell.simulator.protocol.Json;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.Workload;
import io.sharewell.simulator.wellarchitected.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Creates, deletes and tags workloads. */
final class WorkloadEditor {

    private static final int WORKLOADS_PER_REGION = 1000;
    private static final int TAGS_PER_WORKLOAD = 50;
    private static final int QUESTIONS = 57;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** A workload as GetWorkload shows it. */
    private static final Shape.Structure WORKLOAD = (Shape.Structure) ServiceModels.load()
            .service("wellarchitected")
            .operations()
            .get("GetWorkload")
            .output()
            .members()
            .get("Workload")
            .shape();

    private final WorkloadFinder finder;
    private final Workloads workloads;

    WorkloadEditor(WorkloadFinder finder, Workloads workloads) {
        this.finder = finder;
        this.workloads = workloads;
    }

    void register(Handlers handlers) {
        handlers.add("wellarchitected.CreateWorkload", this::createWorkload);
        handlers.add("wellarchitected.DeleteWorkload", this::deleteWorkload);
        handlers.add("wellarchitected.TagResource", this::tagResource);
        handlers.add("wellarchitected.ListTagsForResource", this::listTags);
    }

    private ObjectNode createWorkload(Call call) {
        finder.check(call);
        checkNew(call);
        var home = finder.home(call);
        return TokenUses.once(call, home.tokens(), () -> {
            checkRoom(call, home);
            var workload = newWorkload(call);
            home.add(workload);
            return Json.object().put("WorkloadId", workload.id().toString()).put("WorkloadArn", workload.arn());
        });
    }

    private static void checkRoom(Call call, RegionalWorkloads home) {
        var name = call.text("WorkloadName");
        var plain = plain(name);
        home.visit(0, (_, other) -> {
            if (plain(other.name()).equals(plain)) {
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
    }

    /** As names are told apart: neither spaces nor capitals count. */
    private static String plain(String name) {
        return SPACES.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
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
                details(call));
    }

    /** What GetWorkload will tell of it, but for the tags, which change. */
    private static ObjectNode details(Call call) {
        var details = Modelled.of(WORKLOAD, call.input());
        details.remove("Tags");
        var profiles = call.input().path("ProfileArns");
        if (!profiles.isEmpty()) {
            var into = details.putArray("Profiles");
            profiles.forEach(it -> into.addObject().set("ProfileArn", it));
        }
        return details;
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
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
        // Also who repeats a call must be allowed to make it.
        var found = finder.find(call, call.text("WorkloadId"));
        return TokenUses.once(call, home.tokens(), () -> {
            if (found == null || !found.own()) {
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
        if (tags.size() > TAGS_PER_WORKLOAD) {
            throw WellArchitectedErrors.invalid("Tags", "A workload can have " + TAGS_PER_WORKLOAD + " tags.");
        }
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
}
