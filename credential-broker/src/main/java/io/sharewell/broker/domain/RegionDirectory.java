package io.sharewell.broker.domain;

import io.sharewell.events.Region;
import java.util.List;

/** Which Regions there are. */
public interface RegionDirectory {

    /**
     * The Regions of a partition that have the Well-Architected Tool.
     *
     * @param partition such as {@code aws}
     * @return empty for a partition without the tool
     */
    List<Region> wellArchitected(String partition);

    /** Whether AWS's own list of Regions that have the tool lacks this one; false where AWS does not tell. */
    boolean isWithoutTool(Region region);

    /** The partition that a Region is in; {@code aws} for a Region nobody has heard of. */
    String partitionOf(Region region);
}
