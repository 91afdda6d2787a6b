package io.sharewell.aws;

import io.sharewell.events.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * What is known of AWS's Regions without asking it. Which exist, and in which partition, is after its SDK; which of them
 * have the Well-Architected Tool is as of August 2026, after AWS's general reference and its public parameters.
 */
public final class AwsRegions {

    private static final List<Region> WITH_TOOL = regions(
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "me-south-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    private static final List<Region> WITH_TOOL_US_GOV = regions("us-gov-east-1", "us-gov-west-1");

    private static final Set<String> NAMES = software.amazon.awssdk.regions.Region.regions().stream()
            .filter(region -> !region.isGlobalRegion())
            .map(software.amazon.awssdk.regions.Region::id)
            .collect(Collectors.toSet());

    /** Asked for every unit; the SDK tries patterns one after the other. */
    private static final Map<Region, String> PARTITIONS = new ConcurrentHashMap<>();

    private AwsRegions() {}

    /**
     * The Regions that have the Well-Architected Tool, for when AWS cannot be asked.
     *
     * @param partition such as {@code aws}
     * @return empty for a partition without the tool, such as {@code aws-cn}
     */
    public static List<Region> wellArchitected(String partition) {
        return switch (partition) {
            case "aws" -> WITH_TOOL;
            case "aws-us-gov" -> WITH_TOOL_US_GOV;
            default -> List.of();
        };
    }

    /** The partition a Region is in, such as {@code aws-us-gov}; {@code aws} for a Region nobody has heard of. */
    public static String partitionOf(Region region) {
        return PARTITIONS.computeIfAbsent(
                region, it -> PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(it.value()))
                        .id());
    }

    /**
     * A Region that AWS has, as far as its SDK knows.
     *
     * @param partition that it must be in, such as {@code aws}
     * @throws IllegalArgumentException if it is none
     */
    public static Region named(String name, String partition) {
        Region region = named(name, wellArchitected(partition));
        if (!partitionOf(region).equals(partition)) {
            throw new IllegalArgumentException(name + " is not in the partition " + partition);
        }
        return region;
    }

    /** As {@link #named(String, String)}, of any partition. */
    public static Region named(String name) {
        return named(
                name,
                Stream.concat(WITH_TOOL.stream(), WITH_TOOL_US_GOV.stream()).toList());
    }

    private static Region named(String name, List<Region> withTool) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "AWS has no Region '" + name + "', as far as this version of its SDK knows;"
                            + " a newer Region wants a newer version of Sharewell. The Well-Architected Tool is in "
                            + withTool);
        }
        return Region.of(name);
    }

    /** The one Region of a partition that answers for its global services, Organizations and Account Management. */
    public static Region homeOf(String partition) {
        return Region.of(
                switch (partition) {
                    case "aws-us-gov" -> "us-gov-west-1";
                    case "aws-cn" -> "cn-northwest-1";
                    default -> "us-east-1";
                });
    }

    private static List<Region> regions(String... names) {
        return Stream.of(names).map(Region::of).toList();
    }
}
