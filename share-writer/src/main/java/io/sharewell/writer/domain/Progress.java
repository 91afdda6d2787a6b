package io.sharewell.writer.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.WorkloadFound;

/** How far the work on a workload came. */
public sealed interface Progress {

    /** Every target has its outcome. */
    record Whole(WorkloadResult result) implements Progress {}

    /**
     * Some targets have none yet.
     *
     * @param record with the outcomes of the others in it
     * @param why what holds the work up
     */
    record HeldUp(WorkloadFound record, HeldUpException why) implements Progress {}
}
