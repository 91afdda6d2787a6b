package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.Work.Walk;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.services.FewestCalls;
import io.sharewell.simulator.services.Walker;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** How many calls it takes, to be compared with how many were made. */
final class CallAdmin {

    private final Simulation simulation;

    CallAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    Work fewest(AdminRequest request) {
        var world = simulation.world();
        var role = request.parameter("role");
        var walker = new Walker(
                caller(request.parameter("accessKeyId")),
                role == null ? OrganizationFile.DEFAULT_ROLE : role,
                request.parameter("externalId"),
                regions(request.parameter("regions")));
        var fewest = new FewestCalls(
                world.cloud(), world.workloads(), world.file().behaviours().eventualConsistency(), walker);
        return new Walk<>(world.cloud().organization().members(), fewest::add, fewest::count);
    }

    private Identity caller(String accessKeyId) {
        var world = simulation.world();
        var automation = world.file().automationAccountId();
        var users = world.cloud().credentials().users();
        return StreamSupport.stream(users.spliterator(), false)
                .filter(it -> accessKeyId == null
                        ? it.account().id().equals(automation)
                        : it.accessKeyId().equals(accessKeyId))
                .min(Comparator.comparing(Identity.User::accessKeyId))
                .orElseThrow(() -> new AdminException(
                        400,
                        "There is no user with that key: name one of the organization file's users by accessKeyId"));
    }

    private static List<String> regions(String commaSeparated) {
        if (commaSeparated == null) {
            return null;
        }
        var regions = List.of(commaSeparated.split(","));
        if (!Regions.WELL_ARCHITECTED.containsAll(regions)) {
            throw new AdminException(
                    400, "regions are some of " + Regions.WELL_ARCHITECTED + ", with commas in between");
        }
        return regions;
    }
}
