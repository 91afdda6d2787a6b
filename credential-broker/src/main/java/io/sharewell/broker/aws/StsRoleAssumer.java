package io.sharewell.broker.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.broker.domain.Assumption;
import io.sharewell.broker.domain.Assumption.Assumed;
import io.sharewell.broker.domain.Assumption.Refused;
import io.sharewell.broker.domain.RoleAssumer;
import io.sharewell.broker.domain.SessionRequest;
import io.sharewell.events.AccountId;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Assumes roles at the regional endpoints of STS: the first Region's, and where that is not active the next one's. */
public final class StsRoleAssumer implements RoleAssumer {

    /** Longer waits are for the retry ladder. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Pattern CALLER = Pattern.compile("User: arn:[^:\\s]+:(?:sts|iam)::(\\d{12}):");

    private final List<Region> regions;
    private final Function<Region, StsClient> clients;
    private final RoleSettings role;
    private final AssumeRoleRequests requests;
    private final RateLimiter.Single limiter;

    /**
     * @param regions in this order, at least one
     * @param limiter of all calls to STS
     */
    public StsRoleAssumer(
            List<Region> regions, Function<Region, StsClient> clients, RoleSettings role, RateLimiter.Single limiter) {
        this.regions = List.copyOf(regions);
        this.clients = clients;
        this.role = role;
        this.requests = new AssumeRoleRequests(role);
        this.limiter = limiter;
    }

    @Override
    public Assumption assume(SessionRequest request) {
        return role.arn(request)
                .map(roleArn -> assume(request, roleArn))
                .orElseGet(() -> new Refused(Problem.of(
                        Reason.NO_ACCEPTANCE_ROLE,
                        "no role is set for account " + request.context().accountId())));
    }

    private Assumption assume(SessionRequest request, String roleArn) {
        Assumption last = null;
        for (Region region : regions) {
            last = assume(request, roleArn, region);
            if (!isAboutTheStsRegion(last)) {
                return last;
            }
        }
        return last;
    }

    private Assumption assume(SessionRequest request, String roleArn, Region region) {
        if (!limiter.tryAcquire(LONGEST_WAIT)) {
            throw new HeldUpException(Kind.NO_TURN, "no turn for sts:AssumeRole", limiter.untilTurn(LONGEST_WAIT));
        }
        try {
            return assumed(clients.apply(region).assumeRole(requests.of(request, roleArn)));
        } catch (SdkException e) {
            CallSite site = CallSite.of("sts", "AssumeRole")
                    .about(request.context().accountId())
                    .in(region);
            return switch (AwsFailures.classify(e, site)) {
                case AwsFailure.News it -> new Refused(explained(it.problem(), roleArn));
                case AwsFailure.SetUpWrong it -> new Refused(it.problem());
                case AwsFailure.Trouble it -> throw new HeldUpException(Kind.TROUBLE, it.message());
                // Of our own session, which is no one else's to renew
                case AwsFailure.SessionOver it ->
                    new Refused(Problem.of(Reason.CREDENTIALS_REJECTED, "sts:AssumeRole: " + it.code()));
                case AwsFailure.Bug _ -> throw e;
            };
        }
    }

    private static Assumed assumed(AssumeRoleResponse response) {
        Credentials credentials = response.credentials();
        // arn:aws:sts::123456789012:assumed-role/name/session
        AccountId account = AccountId.of(response.assumedRoleUser().arn().split(":", 6)[4]);
        return new Assumed(
                new SessionCredentials(
                        account,
                        credentials.accessKeyId(),
                        new Secret(credentials.secretAccessKey()),
                        new Secret(credentials.sessionToken())),
                credentials.expiration());
    }

    private static boolean isAboutTheStsRegion(Assumption assumption) {
        return assumption instanceof Refused refused && refused.problem().reason() == Reason.STS_REGION_DISABLED;
    }

    /** With the role and who wanted it: what the owner of the account has to compare with the trust policy. */
    private static Problem explained(Problem problem, String roleArn) {
        Matcher caller = CALLER.matcher(problem.detail());
        String who = caller.find() ? "account " + caller.group(1) : "the account that Sharewell runs in";
        return new Problem(
                problem.reason(), roleArn + ", wanted by " + who + ": " + problem.detail(), problem.remedy());
    }
}
