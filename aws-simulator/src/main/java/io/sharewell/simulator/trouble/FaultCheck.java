package io.sharewell.simulator.trouble;

import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.trouble.FaultRule.Kind;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether a fault can befall anything; one that silently never does is worse than none. */
final class FaultCheck {

    private FaultCheck() {}

    static void calls(String service, String operation, String accountId, String region) {
        var model = service == null ? null : ServiceModels.load().service(service);
        if (service != null && model == null) {
            throw new IllegalArgumentException(
                    "A fault's service is a signing name: " + services() + ", not " + service);
        }
        if (operation != null && !isKnown(model, operation)) {
            throw new IllegalArgumentException("There is no operation " + operation
                    + (service == null ? "" : " of " + service) + ": write it as AWS does, such as ListWorkloads");
        }
        if (accountId != null && !accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException(
                    "A fault's accountId has 12 digits, in quotation marks, not " + accountId);
        }
        if (region != null && !Regions.exists(region)) {
            throw new IllegalArgumentException("There is no Region " + region + ": write it like eu-west-1");
        }
        if (region != null && meant(service, operation).noneMatch(it -> Regions.answers(it.name(), region))) {
            throw new IllegalArgumentException("No such call is answered in " + region + ": organizations and account"
                    + " answer in " + Regions.OF_GLOBAL_ENDPOINTS + ", wellarchitected where the Tool is, and nothing"
                    + " in another partition");
        }
    }

    private static boolean isKnown(ServiceModel service, String operation) {
        return service != null
                ? service.operations().containsKey(operation)
                : all().anyMatch(it -> it.operations().containsKey(operation));
    }

    private static java.util.stream.Stream<ServiceModel> meant(String service, String operation) {
        return all().filter(it -> service == null || it.name().equals(service))
                .filter(it -> operation == null || it.operations().containsKey(operation));
    }

    private static java.util.stream.Stream<ServiceModel> all() {
        return StreamSupport.stream(ServiceModels.load().all().spliterator(), false);
    }

    private static String services() {
        return all().map(ServiceModel::name).collect(Collectors.joining(", "));
    }

    static void howOften(Double probability, Integer count, Duration after, Duration lasting) {
        if (probability != null && (probability < 0 || probability > 1)) {
            throw new IllegalArgumentException("A fault's probability lies between 0 and 1, not at " + probability);
        }
        if (count != null && count < 1) {
            throw new IllegalArgumentException(
                    "A fault's count is at least 1, not " + count + ": DELETE the fault to end it");
        }
        if (after != null && after.isNegative()) {
            throw new IllegalArgumentException("A fault's after is a time to come, such as 5m, not " + after);
        }
        if (lasting != null && !lasting.isPositive()) {
            throw new IllegalArgumentException("A fault's for is longer than nothing, such as 10m, not " + lasting);
        }
    }

    static void error(Kind kind, String code, Integer status, String message, String body) {
        boolean described = code != null || status != null || message != null || body != null;
        if (described && !kind.isError()) {
            throw new IllegalArgumentException("Only a fault of kind error or errorAfter has code, status, message or"
                    + " body: change its kind, or leave them out");
        }
        if (status != null && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("An error's status lies between 400 and 599, not at " + status);
        }
        if (body != null && (status == null || code != null || message != null)) {
            throw new IllegalArgumentException(
                    "A fault's body stands in place of AWS's error: give it a status, and no" + " code or message");
        }
    }

    /** An error whose status nobody tells would be a made-up one. */
    static void status(String service, String operation, String code, Integer status) {
        if (code == null || status != null) {
            return;
        }
        meant(service, operation)
                .filter(it -> FaultErrors.of(it, code, null) == null)
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalArgumentException("Nothing tells the HTTP status of " + code + " from " + it.name()
                            + ": give a status, or the service that you mean");
                });
    }

    static void delay(Kind kind, Latency delay) {
        boolean slow = kind == Kind.DELAY || kind == Kind.TRICKLE;
        if (slow && delay == null) {
            throw new IllegalArgumentException(
                    "A fault of kind delay or trickle needs a delay, such as 2s or 50ms..2s");
        }
        if (kind == Kind.HANG && delay != null) {
            throw new IllegalArgumentException("A fault of kind hang never answers: leave out its delay");
        }
    }
}
