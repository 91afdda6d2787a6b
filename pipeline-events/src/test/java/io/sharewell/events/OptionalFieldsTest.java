package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields a reader can do without, and which make the record. */
class OptionalFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED, /, accountName",
        "ACCOUNT_DISCOVERED, /, ouPath",
        "ACCOUNT_DISCOVERED, /, regions",
        "ACCOUNT_DISCOVERED, /, cause",
        "ACCOUNT_DISCOVERED, /envelope, attempt",
        "ACCOUNT_DISCOVERED, /envelope, renewals",
        "ACCOUNT_DISCOVERED, /envelope, renewalsSince",
        "ACCOUNT_DISCOVERED, /envelope, replayId",
        "ACCOUNT_SESSION_OPENED, /, session",
        "ACCOUNT_SESSION_OPENED, /, grant",
        "WORKLOAD_FOUND, /, session",
        "WORKLOAD_FOUND, /, grant",
        "WORKLOAD_FOUND, /, settled",
        "WORKLOAD_FOUND, /workload, riskCounts",
        "WORKLOAD_FOUND, /workload, improvementStatus",
        "WORKLOAD_FOUND, /workload, lenses",
        "WORKLOAD_FOUND, /workload, updatedAt",
        "INVITATION_FOUND, /, session",
        "INVITATION_FOUND, /invitation, permission",
        "INVITATION_FOUND, /invitation, resourceName",
        "INVITATION_FOUND, /invitation, resourceId",
        "SESSION_EXPIRED, /, deadSessionId",
        "SWEEP_STARTED, /selection, accounts",
        "SWEEP_STARTED, /selection, managementAccount",
        "ACCOUNT_SELECTED, /, accountName",
        "ACCOUNT_SELECTED, /, ouPath",
        "ACCOUNT_SKIPPED, /, detail",
        "ACCOUNT_BLOCKED, /problem, detail",
        "ACCOUNT_BLOCKED, /problem, remedy",
        "WORKLOAD_RESULT, /, targets",
        "WORKLOAD_RESULT, /, problem",
        "WORKLOAD_RESULT, /targets/0, shareId",
        "WORKLOAD_RESULT, /targets/0, status",
        "INVITATION_RESULT, /, problem",
        "SWEEP_COMPLETED, /, newlyBlocked",
        "SWEEP_COMPLETED, /, newlyReachable",
        "SWEEP_FAILED, /, open"
    })
    void aReaderDoesWithout(EventType type, String parent, String field) {
        assertThat(Golden.read(type, without(type, parent, field))).isInstanceOf(type.record());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED, /, envelope",
        "ACCOUNT_DISCOVERED, /, accountId",
        "ACCOUNT_DISCOVERED, /envelope, sweepId",
        "ACCOUNT_DISCOVERED, /envelope, purpose",
        "ACCOUNT_DISCOVERED, /envelope, mode",
        "ACCOUNT_SESSION_OPENED, /, accountId",
        "ACCOUNT_SESSION_OPENED, /, region",
        "ACCOUNT_SESSION_OPENED, /session, sealed",
        "ACCOUNT_SESSION_OPENED, /session, expiresAt",
        "ACCOUNT_SESSION_OPENED, /grant, mac",
        "WORKLOAD_FOUND, /, accountId",
        "WORKLOAD_FOUND, /, region",
        "WORKLOAD_FOUND, /, workload",
        "WORKLOAD_FOUND, /workload, id",
        "WORKLOAD_FOUND, /workload, arn",
        "INVITATION_FOUND, /, accountId",
        "INVITATION_FOUND, /, region",
        "INVITATION_FOUND, /, invitation",
        "INVITATION_FOUND, /invitation, id",
        "SESSION_EXPIRED, /, accountId",
        "SESSION_EXPIRED, /, topic",
        "SESSION_EXPIRED, /, record",
        "SESSION_EXPIRED, /, recordType",
        "SESSION_EXPIRED, /record, workload",
        "SWEEP_STARTED, /, selection",
        "ACCOUNT_SELECTED, /, accountId",
        "ACCOUNT_SKIPPED, /, accountId",
        "ACCOUNT_SKIPPED, /, reason",
        "ACCOUNT_OPENED, /, accountId",
        "ACCOUNT_OPENED, /, regions",
        "ACCOUNT_BLOCKED, /, accountId",
        "ACCOUNT_BLOCKED, /, problem",
        "ACCOUNT_BLOCKED, /problem, reason",
        "REGION_SCANNED, /, accountId",
        "REGION_SCANNED, /, region",
        "REGION_SCANNED, /, workloadIds",
        "REGION_SKIPPED, /, region",
        "REGION_SKIPPED, /, problem",
        "REGION_FAILED, /, region",
        "REGION_FAILED, /, problem",
        "WORKLOAD_RESULT, /, accountId",
        "WORKLOAD_RESULT, /, region",
        "WORKLOAD_RESULT, /, workload",
        "WORKLOAD_RESULT, /targets/0, sharedWith",
        "WORKLOAD_RESULT, /targets/0, action",
        "INVITATION_RESULT, /, accountId",
        "INVITATION_RESULT, /, region",
        "INVITATION_RESULT, /, invitation",
        "INVITATION_RESULT, /, action",
        "SWEEP_COMPLETED, /, startedAt",
        "SWEEP_COMPLETED, /, endedAt",
        "SWEEP_COMPLETED, /, totals",
        "SWEEP_FAILED, /, startedAt",
        "SWEEP_FAILED, /, endedAt",
        "SWEEP_FAILED, /, problem",
        "SWEEP_FAILED, /, totals"
    })
    void aReaderRefusesARecordWithout(EventType type, String parent, String field) {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> Golden.read(type, without(type, parent, field)));
    }

    private static ObjectNode without(EventType type, String parent, String field) {
        ObjectNode value = Golden.tree(type);
        ObjectNode holder = (ObjectNode) value.at("/".equals(parent) ? "" : parent);
        assertThat(holder.remove(field)).as(field + " in the golden file").isNotNull();
        return value;
    }
}
