package io.sharewell.app.explain;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.OuTree.Node;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountNotFoundException;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.Parent;

/** One account of the organization and what stands above it: a few calls, however large the organization is. */
final class AccountLookup {

    private final OrganizationsClient organizations;

    AccountLookup(OrganizationsClient organizations) {
        this.organizations = organizations;
    }

    /**
     * Empty if the organization has no such account.
     *
     * @throws UnansweredException if it cannot be told
     */
    Optional<ListedAccount> account(AccountId id) {
        try {
            Account account = organizations
                    .describeAccount(request -> request.accountId(id.value()))
                    .account();
            String state = account.stateAsString() != null ? account.stateAsString() : account.statusAsString();
            return Optional.of(new ListedAccount(id, account.name(), state, managementAccount()));
        } catch (AccountNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw unanswered("DescribeAccount", e);
        }
    }

    private AccountId managementAccount() {
        return answer(
                "DescribeOrganization",
                () -> AccountId.of(
                        organizations.describeOrganization().organization().masterAccountId()));
    }

    /**
     * The account's OU, its parent, and so on up to the root. They have their ids for names.
     *
     * @throws UnansweredException if it cannot be told
     */
    OuTree ancestors(AccountId id) {
        Map<String, Node> nodes = new HashMap<>();
        String accountsParent = parent(id.value()).id();
        Parent node = Parent.builder().id(accountsParent).build();
        while (node != null) {
            Parent above = node.id().startsWith("r-") ? null : parent(node.id());
            nodes.put(node.id(), new Node(node.id(), node.id(), above == null ? null : above.id()));
            node = above;
        }
        return new OuTree(nodes, Map.of(id, accountsParent));
    }

    private Parent parent(String child) {
        return answer(
                "ListParents", () -> organizations.listParents(request -> request.childId(child)).parents().stream()
                        .findFirst()
                        .orElseThrow());
    }

    /** @throws UnansweredException if it cannot be told */
    Map<String, String> tags(AccountId id) {
        Map<String, String> tags = new HashMap<>();
        String token = null;
        do {
            String next = token;
            ListTagsForResourceResponse page = answer(
                    "ListTagsForResource",
                    () -> organizations.listTagsForResource(
                            request -> request.resourceId(id.value()).nextToken(next)));
            page.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            token = page.nextToken();
        } while (token != null);
        return tags;
    }

    private static <T> T answer(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw unanswered(operation, e);
        }
    }

    private static RuntimeException unanswered(String operation, SdkException failure) {
        String action = "organizations:" + operation;
        return switch (AwsFailures.classify(failure, CallSite.of("organizations", operation))) {
            case AwsFailure.News it -> new UnansweredException(withCure(it.problem(), action));
            case AwsFailure.SetUpWrong it -> new UnansweredException(withCure(it.problem(), action));
            case AwsFailure.SessionOver it ->
                new UnansweredException(Problem.of(Reason.CREDENTIALS_REJECTED, action + ": " + it.code()));
            case AwsFailure.Trouble it ->
                new UnansweredException(Problem.of(Reason.AWS_UNREACHABLE, action + ": " + it.message()));
            case AwsFailure.Bug _ -> failure;
        };
    }

    private static Problem withCure(Problem problem, String action) {
        return switch (problem.reason()) {
            case DENIED, LIST_ACCOUNTS_DENIED ->
                new Problem(
                        problem.reason(),
                        problem.detail(),
                        "Use credentials of the management account or of a delegated administrator that may "
                                + action + "; explain asks organizations:DescribeAccount, DescribeOrganization,"
                                + " ListParents and, for tags, ListTagsForResource.");
            default -> problem;
        };
    }
}
