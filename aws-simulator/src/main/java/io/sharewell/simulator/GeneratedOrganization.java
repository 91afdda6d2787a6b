package io.sharewell.simulator;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.generated.OrganizationGenerator;

/** Organizations nobody had to write down. The same arguments always give the same organization. */
public final class GeneratedOrganization {

    /** In the demo's reviews account: may list and answer share invitations. */
    public static final String ACCEPTANCE_ROLE = "AcceptReviews";

    private GeneratedOrganization() {}

    /**
     * An organization in which everything is as it should be but for a few suspended accounts.
     *
     * @param accounts how many there are in all, at least 3: management, automation and reviews account are among them
     * @param workloadsPerAccount on the average; the total is exactly {@code accounts * workloadsPerAccount}, spread
     *     unevenly over the active accounts other than those three, and over the default Regions
     * @throws IllegalArgumentException if there are too few accounts, or too few for so many workloads
     */
    public static OrganizationFile of(int accounts, int workloadsPerAccount, long seed) {
        return new OrganizationGenerator(accounts, seed).regular(workloadsPerAccount);
    }

    /**
     * An organization with every kind of account and share in it.
     *
     * @param accounts how many members there are, at least 22; another account lies outside and invites the reviews account
     * @throws IllegalArgumentException if there are too few accounts for every kind
     */
    public static OrganizationFile demo(int accounts, long seed) {
        return new OrganizationGenerator(accounts, seed).demo();
    }
}
