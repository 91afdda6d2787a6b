package io.sharewell.broker.domain;

import io.sharewell.events.Region;
import java.util.List;

/** Three Regions in {@code aws}, one in {@code aws-us-gov}. */
final class FakeDirectory implements RegionDirectory {

    static final Region IRELAND = Region.of("eu-west-1");
    static final Region HONG_KONG = Region.of("ap-east-1");
    static final Region OHIO = Region.of("us-east-2");
    static final Region GOV_WEST = Region.of("us-gov-west-1");

    @Override
    public List<Region> wellArchitected(String partition) {
        return partition.equals("aws") ? List.of(OHIO, IRELAND, HONG_KONG) : List.of(GOV_WEST);
    }

    @Override
    public boolean isWithoutTool(Region region) {
        return !wellArchitected(partitionOf(region)).contains(region);
    }

    @Override
    public String partitionOf(Region region) {
        return region.value().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
