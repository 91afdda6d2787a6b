package io.sharewell.aws;

import io.sharewell.events.Region;
import java.util.Set;

/** Whether an account has a Region: it tells an unknown Region from an unknown session, which AWS answers alike. */
public enum RegionKind {
    /** Every account has it, whether it wants or not. */
    ENABLED_BY_DEFAULT,
    /** An account has it only after somebody enabled it there. */
    OPT_IN,
    /** Nothing is known of it. */
    UNKNOWN;

    // Regions introduced before 2019-03-20 are enabled in every account, later ones are not: AWS Account Management
    // Reference Guide, "Enable or disable AWS Regions in your account".
    private static final Set<String> BEFORE_OPT_IN = Set.of(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    // Other partitions have no opt-in Regions.
    private static final Set<String> WITHOUT_OPT_IN = Set.of("aws-us-gov", "aws-cn");

    /** What is known of a Region without asking AWS. */
    public static RegionKind of(Region region) {
        String partition = AwsRegions.partitionOf(region);
        if (WITHOUT_OPT_IN.contains(partition) || BEFORE_OPT_IN.contains(region.value())) {
            return ENABLED_BY_DEFAULT;
        }
        return partition.equals("aws") ? OPT_IN : UNKNOWN;
    }
}
