package io.sharewell.simulator.services;

import io.sharewell.simulator.protocol.AwsException;
import java.util.List;
import java.util.Map;

/** Well-Architected's errors with the members its model wants. */
final class WellArchitectedErrors {

    private WellArchitectedErrors() {}

    static AwsException workloadNotFound(String id) {
        return notFound("[ResourceNotFound] No workload with ID " + id + " found.", id, "WORKLOAD");
    }

    static AwsException shareNotFound(String id) {
        return notFound("[ResourceNotFound] No workload share with ID " + id + " found.", id, "WORKLOAD_SHARE");
    }

    static AwsException invitationNotFound(String id) {
        return notFound("[ResourceNotFound] No share invitation with ID " + id + " found.", id, "SHARE_INVITATION");
    }

    static AwsException notOwner(Call call) {
        return AwsException.modelled(
                "AccessDeniedException",
                "[AccessDenied] Account " + call.account().id() + " is not the owner of workload "
                        + call.text("WorkloadId") + ".");
    }

    static AwsException notFound(String message, String id, String type) {
        return AwsException.modelled("ResourceNotFoundException", message)
                .with("ResourceId", id)
                .with("ResourceType", type);
    }

    static AwsException conflict(String message, String id, String type) {
        return AwsException.modelled("ConflictException", "[Conflict] " + message)
                .with("ResourceId", id)
                .with("ResourceType", type);
    }

    static AwsException quota(String message, String id, String type, String quotaCode) {
        return AwsException.modelled("ServiceQuotaExceededException", "[ServiceQuotaExceeded] " + message)
                .with("ResourceId", id)
                .with("ResourceType", type)
                .with("QuotaCode", quotaCode)
                .with("ServiceCode", "wellarchitected");
    }

    static AwsException invalid(String field, String message) {
        return AwsException.modelled("ValidationException", "[Validation] " + message)
                .with("Reason", "FIELD_VALIDATION_FAILED")
                .with("Fields", List.of(Map.of("Name", field, "Message", message)));
    }
}
