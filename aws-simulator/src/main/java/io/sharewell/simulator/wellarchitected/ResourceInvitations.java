package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.InvitationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.ShareStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The invitations to lenses, profiles and templates, by recipient. */
public final class ResourceInvitations {

    /** They are listed behind all shares of workloads. */
    private static final long FIRST = 1L << 40;

    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration AGE_OF_EXPIRED = Duration.ofDays(8);

    private final Map<String, List<ResourceInvitation>> byRecipient = new HashMap<>();

    /** In all Regions, in the organization file's order. */
    public List<ResourceInvitation> of(String account) {
        return byRecipient.getOrDefault(account, List.of());
    }

    /** Everybody's. */
    public List<ResourceInvitation> all() {
        return byRecipient.values().stream().flatMap(List::stream).toList();
    }

    List<ResourceInvitation.State> state() {
        return all().stream().map(ResourceInvitation::state).toList();
    }

    /** An account's as they stand, to be written to an organization file; null if there are none. */
    public List<InvitationFile> written(String account, Instant now) {
        var there = of(account);
        return there.isEmpty()
                ? null
                : there.stream().map(it -> it.written(now)).toList();
    }

    /**
     * Adds those of an account.
     *
     * @throws OrganizationFileException if one lacks what it needs
     */
    void add(AccountFile account, Instant now) {
        if (account.invitations() != null) {
            account.invitations().forEach(it -> add(account.id(), it, now));
        }
    }

    private void add(String account, InvitationFile written, Instant now) {
        if (written.type() == null
                || written.sharedBy() == null
                || !written.sharedBy().matches("\\d{12}")) {
            throw new OrganizationFileException("An invitation of account " + account
                    + " needs a type (LENS, PROFILE or TEMPLATE) and the 12-digit account that it is sharedBy");
        }
        if (written.region() == null || !Regions.WELL_ARCHITECTED.contains(written.region())) {
            throw new OrganizationFileException("An invitation of account " + account + " is in the Region "
                    + written.region() + ", where there is no Well-Architected Tool");
        }
        var there = byRecipient.computeIfAbsent(account, _ -> new ArrayList<>());
        long high = Ids.hash(there.size(), "invitation " + account);
        there.add(new ResourceInvitation(
                new HexId(high, Ids.mix(high)), FIRST + there.size() + 1, account, written, since(written, now)));
    }

    private static Instant since(InvitationFile written, Instant now) {
        if (written.createdAt() != null) {
            return written.createdAt();
        }
        return now.minus(written.status() == ShareStatus.EXPIRED ? AGE_OF_EXPIRED : AGE);
    }
}
