package io.sharewell.app.explain;

import io.sharewell.aws.AllPages;
import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.discovery.aws.ListedAccounts;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.OuTree.Node;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccountNotFoundException;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
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
            return Optional.of(ListedAccounts.of(organizations
                    .describeAccount(request -> request.accountId(id.value()))
                    .account()));
        } catch (AccountNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw unanswered("DescribeAccount", e);
        }
    }

    /**
     * The account's OU, its parent, and so on up to the root. They have their ids for names.
     *
     * @throws UnansweredException if it cannot be told
     */
    OuTree ancestors(AccountId id) {
        Map<String, Node> nodes = new HashMap<>();
        String nearest = parent(id.value());
        for (String node = nearest; node != null; node = nodes.get(node).parentId()) {
            nodes.put(node, new Node(node, node, isRoot(node) ? null : parent(node)));
        }
        return new OuTree(nodes, Map.of(id, nearest));
    }

    private static boolean isRoot(String id) {
        return id.startsWith("r-");
    }

    /** Everything but a root has one; a page before it may be empty. */
    private String parent(String child) {
        List<Parent> parents = new ArrayList<>();
        read("ListParents", token -> {
            ListParentsResponse page =
                    organizations.listParents(request -> request.childId(child).nextToken(token));
            parents.addAll(page.parents());
            return parents.isEmpty() ? page.nextToken() : null;
        });
        return parents.stream()
                .findFirst()
                .map(Parent::id)
                .orElseThrow(() -> new UnansweredException(
                        Problem.of(Reason.UNEXPECTED, "organizations:ListParents names no parent of " + child)));
    }

    /** @throws UnansweredException if it cannot be told */
    Map<String, String> tags(AccountId id) {
        Map<String, String> tags = new HashMap<>();
        read("ListTagsForResource", token -> {
            ListTagsForResourceResponse page = organizations.listTagsForResource(
                    request -> request.resourceId(id.value()).nextToken(token));
            page.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            return page.nextToken();
        });
        return tags;
    }

    private static void read(String operation, UnaryOperator<String> page) {
        try {
            AllPages.read(page);
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
                                + action + "; explain asks organizations:DescribeAccount,"
                                + " ListParents and, for tags, ListTagsForResource.");
            default -> problem;
        };
    }
}
