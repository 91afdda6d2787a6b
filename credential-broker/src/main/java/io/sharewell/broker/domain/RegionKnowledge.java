package io.sharewell.broker.domain;

import io.sharewell.events.Region;
import java.util.Map;

/** What is known of the Regions of an account. */
public sealed interface RegionKnowledge {

    /**
     * @param notEnabled the Regions that the account does not have, with AWS's word for their state. A Region that AWS
     *     does not name is not among them: it is tried
     */
    record Known(Map<Region, String> notEnabled) implements RegionKnowledge {
        public Known {
            notEnabled = Map.copyOf(notEnabled);
        }
    }

    /**
     * The role may not ask: common, and no problem. All Regions are tried.
     *
     * @param detail what AWS said, without secrets
     */
    record Refused(String detail) implements RegionKnowledge {}

    /**
     * AWS did not tell. All Regions are tried.
     *
     * @param detail what happened, without secrets
     */
    record Failed(String detail) implements RegionKnowledge {}
}
