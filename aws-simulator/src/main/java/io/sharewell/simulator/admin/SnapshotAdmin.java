package io.sharewell.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.server.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Worlds to return to. */
final class SnapshotAdmin {

    private final Simulation simulation;

    SnapshotAdmin(Simulation simulation) {
        this.simulation = simulation;
    }

    /** What is asked for. */
    record NewSnapshot(String name) {}

    /** A snapshot. */
    record SnapshotView(String name, Instant takenAt, Duration clockAdvanced, int accounts, int shares) {

        private static SnapshotView of(Snapshot it) {
            return new SnapshotView(
                    it.name(),
                    it.takenAt(),
                    it.clockAdvanced(),
                    it.world().cloud().organization().accounts().size(),
                    it.workloads().shares());
        }
    }

    List<SnapshotView> all() {
        return simulation.snapshots().all().stream().map(SnapshotView::of).toList();
    }

    SnapshotView take(AdminRequest request) throws JsonProcessingException {
        var name = request.body().isBlank()
                ? null
                : request.read(NewSnapshot.class).name();
        if (name != null && !name.matches("[\\w.-]{1,64}")) {
            throw new AdminException(
                    400, "A snapshot's name has up to 64 letters, digits, dots, dashes and underscores, not " + name);
        }
        return SnapshotView.of(simulation.snapshots().take(name));
    }

    SnapshotView restore(String name) {
        var snapshot = simulation.snapshots().find(name);
        if (snapshot == null) {
            throw missing(name);
        }
        simulation.restore(snapshot);
        return SnapshotView.of(snapshot);
    }

    Object remove(String name) {
        if (!simulation.snapshots().remove(name)) {
            throw missing(name);
        }
        return Map.of("done", true);
    }

    private static AdminException missing(String name) {
        return new AdminException(404, "There is no snapshot " + name + ": GET /admin/snapshots lists them");
    }
}
