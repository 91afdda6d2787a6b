package io.sharewell.app.doctor;

import io.sharewell.aws.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;

/** What a sweep asks Organizations besides the accounts: each operation once. */
final class OuOperationsCheck {

    private final OrganizationsClient organizations;
    private final List<String> denied = new ArrayList<>();
    private Optional<Finding> trouble = Optional.empty();
    private String said = "";

    OuOperationsCheck(OrganizationsClient organizations) {
        this.organizations = organizations;
    }

    Finding check(Caller caller) {
        Optional<String> root = ask("ListRoots", organizations::listRoots)
                .map(ListRootsResponse::roots)
                .filter(roots -> !roots.isEmpty())
                .map(roots -> roots.getFirst().id());
        root.ifPresent(id -> {
            ask(
                    "ListOrganizationalUnitsForParent",
                    () -> organizations.listOrganizationalUnitsForParent(request -> request.parentId(id)));
            ask("ListAccountsForParent", () -> organizations.listAccountsForParent(request -> request.parentId(id)));
        });
        ask(
                "ListTagsForResource",
                () -> organizations.listTagsForResource(
                        request -> request.resourceId(caller.account().value())));
        if (denied.isEmpty()) {
            return trouble.orElseGet(() -> new Finding.Ok("roots, OUs, their accounts and tags can be listed"));
        }
        return Finding.of(
                Cause.OU_OPERATIONS_NOT_ALLOWED,
                said,
                "Not allowed to " + caller.arn() + ": " + String.join(", ", denied)
                        + ". Accounts are swept all the same, but results name no OU paths, and nothing can be selected by"
                        + " OU or tag. Add the actions to its policy (deploy/iam/account-discovery-policy.json), and to the"
                        + " delegation policy if that is what lets it list accounts.",
                "aws iam create-policy --policy-name sharewell-account-discovery --policy-document"
                        + " file://deploy/iam/account-discovery-policy.json");
    }

    private <T> Optional<T> ask(String operation, Supplier<T> call) {
        return switch (Answer.to(CallSite.of("organizations", operation), call)) {
            case Answer.Given<T>(T value) -> Optional.of(value);
            case Answer.Refused<T> refused -> {
                denied.add("organizations:" + operation);
                said = said.isEmpty() ? refused.problem().detail() : said;
                yield Optional.empty();
            }
            case Answer.Silent<T> silent -> {
                trouble = Optional.of(Answer.noAnswer(silent.trouble().message()));
                yield Optional.empty();
            }
        };
    }
}
