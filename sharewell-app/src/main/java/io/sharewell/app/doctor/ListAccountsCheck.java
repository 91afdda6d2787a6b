package io.sharewell.app.doctor;

import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/** {@code organizations:ListAccounts}: only the management account and delegated administrators may. */
final class ListAccountsCheck {

    private static final int LARGEST_PAGE = 20;
    /** 1,200 accounts, in some eight seconds: somebody waits. */
    private static final int MOST_PAGES = 60;

    private final OrganizationsClient organizations;
    private final DoctorSettings settings;
    private final RateLimiter.Single turns = RateLimiter.single(7, 8);

    ListAccountsCheck(OrganizationsClient organizations, DoctorSettings settings) {
        this.organizations = organizations;
        this.settings = settings;
    }

    Checked<Listing> check(Caller caller) {
        List<Member> members = new ArrayList<>();
        Set<AccountId> wanted = new HashSet<>(settings.accounts());
        wanted.add(settings.reviewsAccount());
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (page(token)) {
                case Answer.Given<ListAccountsResponse>(ListAccountsResponse given) -> {
                    List<Member> more =
                            given.accounts().stream().map(Member::of).toList();
                    members.addAll(more);
                    more.forEach(member -> wanted.remove(member.id()));
                    token = given.nextToken();
                }
                case Answer.Refused<ListAccountsResponse> refused -> {
                    return Checked.nothing(refused(refused, caller));
                }
                case Answer.Silent<ListAccountsResponse> silent -> {
                    return Checked.nothing(Finding.of(
                            Cause.AWS_UNREACHABLE,
                            silent.trouble().message(),
                            "STS answers, but Organizations does not: check the network and proxy to"
                                    + " organizations." + settings.home() + ".amazonaws.com, or run doctor again."));
                }
            }
            if (token == null || isEnough(wanted)) {
                break;
            }
        }
        return listed(new Listing(members, token == null), caller);
    }

    /** A sample is the better the more is known; who names accounts wants to know of them. */
    private boolean isEnough(Set<AccountId> wanted) {
        return !settings.accounts().isEmpty() && wanted.isEmpty();
    }

    private Answer<ListAccountsResponse> page(String token) {
        turns.tryAcquire(Duration.ofMinutes(1));
        return Answer.to(
                CallSite.of("organizations", "ListAccounts"),
                () -> organizations.listAccounts(
                        request -> request.maxResults(LARGEST_PAGE).nextToken(token)));
    }

    private static Checked<Listing> listed(Listing listing, Caller caller) {
        String seen = listing.members().size()
                + (listing.whole() ? " accounts: " : " accounts and more, among them ")
                + listing.byState();
        boolean management = listing.member(caller.account())
                .filter(member -> member.account().isManagementAccount())
                .isPresent();
        return management
                ? Checked.with(
                        listing,
                        Finding.of(
                                Cause.RUNS_IN_MANAGEMENT_ACCOUNT,
                                seen,
                                "The credentials are those of the management account: that works, but AWS advises to use it"
                                        + " for nothing that another account can do. A delegated administrator can."))
                : Checked.ok(listing, seen);
    }

    private Finding refused(Answer.Refused<ListAccountsResponse> refused, Caller caller) {
        String seen = refused.problem().detail();
        if (refused.problem().reason() == Reason.NOT_IN_AN_ORGANIZATION) {
            return Finding.of(
                    Cause.NOT_IN_AN_ORGANIZATION,
                    seen,
                    "Account " + caller.account() + " belongs to no organization: use credentials of the automation"
                            + " account, or join the account to the organization.",
                    "aws sts get-caller-identity",
                    "aws organizations describe-organization");
        }
        return refused.isDenial() ? denied(refused, caller, seen) : Answer.unexpected(refused.problem());
    }

    private Finding denied(Answer.Refused<ListAccountsResponse> refused, Caller caller, String seen) {
        return switch (refused.denier()) {
            case IDENTITY_POLICY, PERMISSIONS_BOUNDARY, SESSION_POLICY, VPC_ENDPOINT_POLICY ->
                Finding.of(
                        Cause.LIST_ACCOUNTS_NOT_ALLOWED,
                        seen,
                        "The " + refused.denier().words() + " of " + caller.arn()
                                + " does not allow organizations:ListAccounts: add it there, with what else"
                                + " deploy/iam/account-discovery-policy.json has.",
                        "aws iam create-policy --policy-name sharewell-account-discovery --policy-document"
                                + " file://deploy/iam/account-discovery-policy.json");
            case SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY ->
                Finding.of(
                        Cause.LIST_ACCOUNTS_DENIED_BY_SCP,
                        seen,
                        "A service control policy that governs the automation account denies it: exempt " + caller.arn()
                                + " from the policy (in the management account).",
                        Commands.policiesOf(caller.account()));
            case RESOURCE_POLICY, TRUST_POLICY, UNSAID -> notDelegated(caller, seen);
        };
    }

    private Finding notDelegated(Caller caller, String seen) {
        return Finding.of(
                Cause.NOT_DELEGATED_ADMINISTRATOR,
                seen,
                "Account " + caller.account()
                        + " may not list the organization's accounts, whatever its own policies say:"
                        + " register it as delegated administrator of some AWS service that your organization uses, or allow"
                        + " it by a delegation policy (deploy/iam/README.md, step 1). Either command is for the management"
                        + " account" + managementAccount() + "; one is enough.",
                "aws organizations register-delegated-administrator --account-id " + caller.account()
                        + " --service-principal access-analyzer.amazonaws.com",
                "aws organizations put-resource-policy --content"
                        + " file://deploy/iam/organizations-delegation-policy.json");
    }

    /** Every member may ask for it, if its policies let it. */
    private String managementAccount() {
        Answer<String> id = Answer.to(
                CallSite.of("organizations", "DescribeOrganization"),
                () -> organizations.describeOrganization().organization().masterAccountId());
        return id instanceof Answer.Given<String>(String account) ? " " + account : "";
    }
}
