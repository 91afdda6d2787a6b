package io.sharewell.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said on {@code share-results} when a record cannot be worked on any further. */
public final class TerminalOutcome {

    private static final Pattern WORKLOAD_ARN =
            Pattern.compile("arn:[^:]+:wellarchitected:(?<region>[^:]+):(?<account>[^:]+):workload/(?<id>[^:/]+)");

    private TerminalOutcome() {}

    /** The outcome that closes the record's subject. */
    public static ShareResult of(WorkRecord event, Problem problem) {
        Envelope envelope = event.envelope().forNextStep();
        return switch (event) {
            case AccountDiscovered account -> new ShareResult.AccountBlocked(envelope, account.accountId(), problem);
            case AccountSessionOpened unit ->
                new ShareResult.RegionFailed(envelope, unit.accountId(), unit.region(), problem);
            case WorkloadFound found ->
                new ShareResult.WorkloadResult(
                        envelope, found.accountId(), found.region(), found.workload(), found.outcomes(), problem);
            case InvitationFound found ->
                new ShareResult.InvitationResult(
                        envelope, found.accountId(), found.region(), found.invitation(), Action.NONE, problem);
            case SessionExpired expired -> of(expired.record(), problem);
        };
    }

    /**
     * The outcome of a record whose value cannot be read, from its headers; empty if they do not tell enough. Then the
     * sweep's deadline shows what is missing.
     */
    public static Optional<ShareResult> of(Map<String, String> headers, Problem problem) {
        try {
            Envelope envelope = Envelope.of(
                    headers.get(CloudEvents.SWEEP_ID),
                    Purpose.valueOf(headers.get(CloudEvents.PURPOSE)),
                    Mode.valueOf(headers.get(CloudEvents.MODE)));
            String subject = headers.get(CloudEvents.SUBJECT);
            return switch (EventType.of(headers.get(CloudEvents.TYPE))) {
                case ACCOUNT_DISCOVERED ->
                    Optional.of(new ShareResult.AccountBlocked(envelope, AccountId.of(subject), problem));
                case ACCOUNT_SESSION_OPENED -> Optional.of(failedUnit(envelope, subject, problem));
                case WORKLOAD_FOUND -> Optional.of(failedWorkload(envelope, subject, problem));
                // Its subject is that of the record within; an invitation's id does not tell the unit
                case SESSION_EXPIRED ->
                    subject.startsWith("arn:")
                            ? Optional.of(failedWorkload(envelope, subject, problem))
                            : Optional.of(failedUnit(envelope, subject, problem));
                default -> Optional.empty();
            };
        } catch (RuntimeException e) {
            // Headers that do not hold what they should tell nothing
            return Optional.empty();
        }
    }

    private static ShareResult failedUnit(Envelope envelope, String subject, Problem problem) {
        String[] unit = subject.split("/", 2);
        return new ShareResult.RegionFailed(envelope, AccountId.of(unit[0]), Region.of(unit[1]), problem);
    }

    private static ShareResult failedWorkload(Envelope envelope, String arn, Problem problem) {
        Matcher parts = WORKLOAD_ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the ARN of a workload");
        }
        Workload workload = new Workload(parts.group("id"), arn, null, null, null, null, null);
        return new ShareResult.WorkloadResult(
                envelope,
                AccountId.of(parts.group("account")),
                Region.of(parts.group("region")),
                workload,
                List.of(),
                problem);
    }
}
