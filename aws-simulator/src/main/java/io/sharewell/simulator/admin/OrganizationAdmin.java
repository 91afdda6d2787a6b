package io.sharewell.simulator.admin;

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
    AdminText loaded(AdminRequest request) {
        return text(request, simulation.world().file());
    }

    AdminText of(AdminRequest request) {
        return switch (request.id()) {
            case "now" ->
                text(
                        request,
                        OrganizationExport.of(
                                simulation.world(), simulation.clock().instant()));
            case "schema" -> new AdminText("application/schema+json", OrganizationSchema.text());
            default ->
                throw new AdminException(
                        404,
                        "The admin API has no " + request.method() + " " + request.path()
                                + ": there are /admin/organization, …/now and …/schema");
        };
    }

    private static AdminText text(AdminRequest request, OrganizationFile file) {
        return switch (request.parameter("format")) {
            case null -> AdminText.json(file.toJson());
            case "json" -> AdminText.json(file.toJson());
            case "yaml" -> AdminText.yaml(file.toYaml());
            default -> throw new AdminException(400, "The format is json or yaml, not " + request.parameter("format"));
        };
    }

    Object replace(AdminRequest request) {
        simulation.replace(OrganizationFile.parse(request.body()));
        return Map.of(
                "accounts", simulation.world().cloud().organization().accounts().size());
    }
}
