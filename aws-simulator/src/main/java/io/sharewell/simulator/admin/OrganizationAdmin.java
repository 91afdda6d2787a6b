package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.admin.Work.Walk;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationSchema;
import io.sharewell.simulator.server.OrganizationExport;
import io.sharewell.simulator.server.Simulation;
import java.util.Map;

/** The organization, out and in. */
final class OrganizationAdmin {

    private final Simulation simulation;

    OrganizationAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    /** As it was loaded. */
    Work loaded(AdminRequest request) {
        return text(request, simulation.world().file());
    }

    Object of(AdminRequest request) {
        return switch (request.id()) {
            case "now" -> now(request);
            case "schema" -> AdminText.of("application/schema+json", OrganizationSchema.text());
            default ->
                throw new AdminException(
                        404,
                        "The admin API has no " + request.method() + " " + request.path()
                                + ": there are /admin/organization, …/now and …/schema");
        };
    }

    private Work now(AdminRequest request) {
        var world = simulation.world();
        var export = new OrganizationExport(world, simulation.clock().instant());
        return new Walk<>(
                world.workloads().homesByAccount(),
                homes -> homes.forEach(export::write),
                () -> new Walk<>(world.file().accounts(), export::write, () -> text(request, export.file())));
    }

    private static Work text(AdminRequest request, OrganizationFile file) {
        return switch (request.parameter("format")) {
            case null -> Apart.text(() -> AdminText.of("application/json", file.toJson()));
            case "json" -> Apart.text(() -> AdminText.of("application/json", file.toJson()));
            case "yaml" -> Apart.text(() -> AdminText.of("application/yaml", file.toYaml()));
            default -> throw new AdminException(400, "The format is json or yaml, not " + request.parameter("format"));
        };
    }

    Work replace(AdminRequest request) {
        return new Apart<>(() -> simulation.read(request.body()), world -> {
            simulation.replace(world);
            return Map.of("accounts", world.cloud().organization().accounts().size());
        });
    }
}
