package io.sharewell.benchmark.micro;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.events.Permission;
import io.sharewell.events.Purpose;
import io.sharewell.writer.domain.Decision;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Share;
import io.sharewell.writer.domain.ShareDecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** What to do about a workload's shares, and what a failure of AWS means. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {

    private final ShareDecision decision = new ShareDecision(new Policies(
            Policies.OnExpired.RENEW,
            Policies.OnRefused.REPORT,
            Policies.OnFailed.REPORT,
            Policies.OnPermissionDifference.REPORT));
    private final List<Share> shares = List.of(new Share("share-1", "READONLY", "ACCEPTED", null));
    private final CallSite site = CallSite.of("wellarchitected", "ListWorkloads")
            .about(Samples.ACCOUNT)
            .in(Samples.REGION);
    private final Throwable denied = WellArchitectedException.builder()
            .statusCode(403)
            .awsErrorDetails(AwsErrorDetails.builder()
                    .errorCode("AccessDeniedException")
                    .errorMessage("User: arn:aws:sts::444444444444:assumed-role/WellArchitectedShares/sweep is not"
                            + " authorized to perform: wellarchitected:ListWorkloads with an explicit deny in a service"
                            + " control policy")
                    .build())
            .build();

    @Benchmark
    public Decision decide() {
        return decision.decide(shares, Permission.READONLY, Purpose.SHARE, io.sharewell.events.Mode.APPLY);
    }

    @Benchmark
    public AwsFailure classify() {
        return AwsFailures.classify(denied, site);
    }
}
