package io.sharewell.scanner.domain;

import io.sharewell.events.Invitation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The invitations of a Region that one sweep takes: in a large organization that begins to share, more may wait than a record
 * can name, and those that are left alone are listed again and again. Each sweep draws lots anew, so that every invitation
 * has its turn.
 */
final class Invitations {

    /** Those to workloads, which may be accepted. */
    static final int TO_WORKLOADS = 10_000;
    /** All others, which are only told of. */
    static final int OTHERS = 1_000;

    private final String sweepId;
    private final TreeMap<UUID, Invitation> toWorkloads = new TreeMap<>();
    private final TreeMap<UUID, Invitation> others = new TreeMap<>();

    Invitations(String sweepId) {
        this.sweepId = sweepId;
    }

    void add(Invitation invitation) {
        if (isToAWorkload(invitation)) {
            draw(invitation, toWorkloads, TO_WORKLOADS);
        } else {
            draw(invitation, others, OTHERS);
        }
    }

    static boolean isToAWorkload(Invitation invitation) {
        return "WORKLOAD".equals(invitation.resourceType());
    }

    private void draw(Invitation invitation, TreeMap<UUID, Invitation> drawn, int atMost) {
        // The same lot when the unit is scanned again
        drawn.put(UUID.nameUUIDFromBytes((sweepId + invitation.id()).getBytes(StandardCharsets.UTF_8)), invitation);
        if (drawn.size() > atMost) {
            drawn.pollLastEntry();
        }
    }

    List<Invitation> drawn() {
        List<Invitation> all = new ArrayList<>(toWorkloads.values());
        all.addAll(others.values());
        return all;
    }
}
