package io.sharewell.simulator;

import io.sharewell.simulator.organization.OrganizationFile;

/** What the command says once the simulator runs. */
record Announcement(AwsSimulator simulator, OrganizationFile organization) {

    String text() {
        return """
                AWS endpoint          %s
                admin API             %s/admin/health
                management account    %s
                automation account    %s  (the example keys below are its IAM user's)
                reviews account       %s
                accounts              %d

                export AWS_ENDPOINT_URL=%s
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1

                Ctrl-C ends it.""".formatted(
                        simulator.endpoint(),
                        simulator.adminEndpoint(),
                        organization.managementAccountId(),
                        organization.automationAccountId(),
                        organization.reviewsAccountId(),
                        organization.accounts().size(),
                        simulator.endpoint(),
                        AwsSimulator.ACCESS_KEY_ID,
                        AwsSimulator.SECRET_ACCESS_KEY);
    }
}
