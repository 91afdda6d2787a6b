package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.SimulatorAdmin;
import java.util.HashMap;
import java.util.Map;

/** kill -9 of a service while a call of its own to AWS is under way: before or after the call has its effect. */
record KillInCall(AwsCall call, Moment moment) implements Fault {

    /** The calls of the services to AWS. */
    enum AwsCall {
        LIST_ACCOUNTS("account-discovery", "organizations", "ListAccounts"),
        ASSUME_ROLE("credential-broker", "sts", "AssumeRole"),
        LIST_REGIONS("credential-broker", "account", "ListRegions"),
        LIST_WORKLOADS("region-scanner", "wellarchitected", "ListWorkloads"),
        LIST_SHARES("share-writer", "wellarchitected", "ListWorkloadShares"),
        CREATE_SHARE("share-writer", "wellarchitected", "CreateWorkloadShare");

        private final String module;
        private final String service;
        private final String operation;

        AwsCall(String module, String service, String operation) {
            this.module = module;
            this.service = service;
            this.operation = operation;
        }
    }

    /** When in the call. */
    enum Moment {
        BEFORE_ITS_EFFECT,
        AFTER_ITS_EFFECT
    }

    @Override
    public void prepare(SimulatorAdmin aws) {
        if (call == AwsCall.LIST_ACCOUNTS) {
            arm(aws); // The listing is over before anything else could be waited for
        }
    }

    /** The simulator keeps one call from being answered, and so the service in it. */
    private void arm(SimulatorAdmin aws) {
        Map<String, Object> fault =
                new HashMap<>(Map.of("id", id(), "service", call.service, "operation", call.operation, "count", 1));
        switch (moment) {
            case BEFORE_ITS_EFFECT -> fault.put("kind", "hang");
            case AFTER_ITS_EFFECT -> fault.putAll(Map.of("kind", "delay", "delay", "5s"));
        }
        aws.fault(fault);
    }

    private String id() {
        return "kill-in-" + call + "-" + moment;
    }

    @Override
    public boolean isEarly() {
        return call == AwsCall.ASSUME_ROLE || call == AwsCall.LIST_REGIONS;
    }

    @Override
    public String strike(Scene scene) {
        SimulatorAdmin aws = scene.world().admin();
        if (call != AwsCall.LIST_ACCOUNTS) {
            arm(aws);
        }
        boolean struck = scene.progress().await(() -> aws.hasStruck(id()), Scene.PATIENCE);
        if (struck) {
            scene.services().replace(call.module);
        }
        aws.clearFault(id());
        return struck ? "killed and started again" : "there was no such call any more";
    }

    @Override
    public String toString() {
        return "kill -9 of %s in %s, %s".formatted(call.module, call.operation, Words.of(moment));
    }
}
