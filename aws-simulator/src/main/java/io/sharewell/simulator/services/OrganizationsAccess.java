package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.protocol.AwsException;
import java.util.function.Function;

/** Who may ask Organizations what. */
final class OrganizationsAccess {

    private static final int PAGE = 20;

    private final Organization organization;
    private final Authorizer authorizer;

    OrganizationsAccess(Organization organization, Authorizer authorizer) {
        this.organization = organization;
        this.authorizer = authorizer;
    }

    /** All but DescribeOrganization is for the management account and for delegated administrators. */
    Handler forAdministrators(Handler handler) {
        return forAdministrators(handler, _ -> "*");
    }

    /** The same for an operation on the account, OU or root whose id is in a member of the input. */
    Handler forAdministratorsOf(String member, Handler handler) {
        return forAdministrators(handler, call -> organization.arnOf(call.text(member)));
    }

    private Handler forAdministrators(Handler handler, Function<Call, String> resource) {
        return call -> {
            checkMember(call, resource.apply(call));
            boolean administrator = call.account() == organization.management()
                    || organization.delegations().has(call.account());
            if (!administrator) {
                throw AwsException.modelled(
                        "AccessDeniedException", "You don't have permissions to access this resource.");
            }
            return handler.handle(call);
        };
    }

    /** The organization's own accounts, as far as their policies let them. */
    void checkMember(Call call, String resource) {
        if (!call.account().inOrganization()) {
            throw AwsException.modelled(
                    "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
        authorizer.check(call, resource);
    }

    /** Organizations' pages, and its word for a token that was never given. */
    static Pager.Paging paging(String member, String scope) {
        return new Pager.Paging(member, PAGE, scope, () -> AwsException.modelled(
                        "InvalidInputException",
                        "You specified an invalid value for nextToken. You must get the value from the response to a"
                                + " previous call to the API.")
                .with("Reason", "INVALID_NEXT_TOKEN"));
    }
}
