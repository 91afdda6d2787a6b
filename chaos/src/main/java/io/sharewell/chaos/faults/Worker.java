package io.sharewell.chaos.faults;

import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import java.util.List;
import java.util.Map;

/** The services that take records from a topic. */
enum Worker {
    CREDENTIAL_BROKER("credential-broker", Topic.ACCOUNTS, ShareResult.AccountOpened.class, "sts", "AssumeRole"),
    REGION_SCANNER(
            "region-scanner",
            Topic.ACCOUNT_SESSIONS,
            ShareResult.RegionScanned.class,
            "wellarchitected",
            "ListWorkloads"),
    SHARE_WRITER(
            "share-writer",
            Topic.WORKLOADS_FOUND,
            ShareResult.WorkloadResult.class,
            "wellarchitected",
            "ListWorkloadShares");

    static final List<Worker> ALL = List.of(values());

    /** Its module and consumer group. */
    final String module;

    final Topic topic;
    /** What it says of its work. */
    final Class<? extends ShareResult> says;

    private final String awsService;
    private final String awsOperation;

    Worker(String module, Topic topic, Class<? extends ShareResult> says, String awsService, String awsOperation) {
        this.module = module;
        this.topic = topic;
        this.says = says;
        this.awsService = awsService;
        this.awsOperation = awsOperation;
    }

    /** The call its work begins with, as the simulator's faults name it. */
    Map<String, Object> firstCall() {
        return Map.of("service", awsService, "operation", awsOperation);
    }

    @Override
    public String toString() {
        return module;
    }
}
