package io.sharewell.simulator.cloud;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** AWS's Regions in 2026, and which of them have the Well-Architected Tool. */
public final class Regions {

    /** Enabled in every account. */
    public static final Set<String> DEFAULT = Set.of(
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

    /** An account must enable these first. */
    public static final Set<String> OPT_IN = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1");

    /** Of another partition: no credentials of this one are good there. */
    public static final Set<String> OTHER_PARTITIONS =
            Set.of("us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1");

    /** Services with one endpoint for all Regions. */
    public static final Set<String> GLOBAL_SERVICES = Set.of("organizations", "account");

    /** Where global endpoints are. */
    public static final String OF_GLOBAL_ENDPOINTS = "us-east-1";

    private static final Set<String> WELL_ARCHITECTED_OPT_IN = Set.of("ap-east-1", "me-south-1");

    /** With the Well-Architected Tool, as SSM's public parameters list them: GovCloud too, in alphabetical order. */
    public static final List<String> WELL_ARCHITECTED = wellArchitected();

    private Regions() {}

    private static List<String> wellArchitected() {
        var regions = new TreeSet<>(DEFAULT);
        regions.remove("ap-northeast-3");
        regions.addAll(WELL_ARCHITECTED_OPT_IN);
        regions.add("us-gov-east-1");
        regions.add("us-gov-west-1");
        return List.copyOf(regions);
    }

    /** All Regions of the commercial partition, in alphabetical order. */
    public static List<String> commercial() {
        var all = new TreeSet<>(DEFAULT);
        all.addAll(OPT_IN);
        return List.copyOf(all);
    }

    /** Whether a service, by its signing name, ever answers this partition's accounts in a Region. */
    public static boolean answers(String service, String region) {
        if (GLOBAL_SERVICES.contains(service)) {
            return region.equals(OF_GLOBAL_ENDPOINTS);
        }
        return exists(region)
                && !OTHER_PARTITIONS.contains(region)
                && (!service.equals("wellarchitected") || WELL_ARCHITECTED.contains(region));
    }

    public static boolean exists(String region) {
        return DEFAULT.contains(region) || OPT_IN.contains(region) || OTHER_PARTITIONS.contains(region);
    }
}
