package io.sharewell.simulator.trouble;

import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.organization.OrganizationFileException;

/** Names by which an organization file means operations: {@code sts.AssumeRole}, or {@code sts.*} for all of a service. */
final class OperationNames {

    private OperationNames() {}

    /** Refuses the name of an operation that there is not, which {@code member} of the file has. */
    static void check(String member, String name) {
        var parts = name.split("\\.", 2);
        var service = ServiceModels.load().service(parts[0]);
        boolean known = service != null
                && parts.length == 2
                && (parts[1].equals("*") || service.operations().containsKey(parts[1]));
        if (!known) {
            throw new OrganizationFileException(member + " has " + name
                    + ", which is no operation: write it like wellarchitected.ListWorkloads or sts.*");
        }
    }
}
