package io.sharewell.app.doctor;

import io.sharewell.aws.AwsRegions;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param accounts to look at; empty: a sample
 * @param roleName the role in each account
 * @param rolePath begins and ends with a slash
 * @param acceptanceRole the role in the reviews account that accepts invitations, if one does
 * @param region whose STS and SSM are asked
 * @param regions to look into; empty: all that have the tool
 */
public record DoctorSettings(
        AccountId reviewsAccount,
        List<AccountId> accounts,
        String roleName,
        String rolePath,
        Optional<String> externalId,
        Optional<RoleArn> acceptanceRole,
        Optional<URI> endpointUrl,
        Region region,
        List<Region> regions,
        Optional<String> bootstrapServers,
        Optional<Path> sealKeyset,
        Optional<Path> grantKeyset) {

    public DoctorSettings {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }

    String partition() {
        return AwsRegions.partitionOf(region);
    }

    /** The one Region of the partition that answers for its global services. */
    Region home() {
        return AwsRegions.homeOf(partition());
    }

    /** The role as policies name it. */
    String roleArn(String account) {
        return "arn:" + partition() + ":iam::" + account + ":role" + rolePath + roleName;
    }
}
