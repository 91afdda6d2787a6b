package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.UserFile;
import java.util.List;

/** Users with keys that AWS's own documentation gives as examples, or that are made to look alike. */
public final class ExampleUsers {

    /** The automation account's. */
    public static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";

    public static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private ExampleUsers() {}

    static List<UserFile> of(OrganizationFile file) {
        return List.of(
                new UserFile(file.automationAccountId(), "automation", ACCESS_KEY_ID, SECRET_ACCESS_KEY, null, null),
                reviewer(file.reviewsAccountId()),
                new UserFile(
                        file.managementAccountId(),
                        "administrator",
                        "AKIAMANAGEMENTEXAMPLE",
                        "m4n4g3m3nt/K7MDENG/bPxRfiCYmanagementKEY",
                        null,
                        null));
    }

    /** A person in the reviews account; the second pair of keys in AWS's documentation. */
    public static UserFile reviewer(String accountId) {
        return new UserFile(
                accountId, "reviewer", "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", null, null);
    }
}
