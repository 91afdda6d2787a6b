package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AWS Account Management. */
final class AccountService {

    private static final int PAGE = 50;
    private static final String SERVICE_PRINCIPAL = "account.amazonaws.com";

    private final Organization organization;
    private final Authorizer authorizer;
    private final Pager pager;

    AccountService(Cloud cloud, Authorizer authorizer, Pager pager) {
        this.organization = cloud.organization();
        this.authorizer = authorizer;
        this.pager = pager;
    }

    void register(Handlers handlers) {
        handlers.add("account.ListRegions", this::listRegions);
        handlers.add("account.GetRegionOptStatus", this::getRegionOptStatus);
    }

    private ObjectNode listRegions(Call call) {
        var account = target(call);
        var wanted = new ArrayList<String>();
        call.input().path("RegionOptStatusContains").forEach(it -> wanted.add(it.asText()));
        var regions = Regions.commercial().stream()
                .filter(it -> wanted.isEmpty() || wanted.contains(status(account, it)))
                .toList();
        var paging = new Pager.Paging(
                "Regions", PAGE, account.id() + wanted, () -> invalid("nextToken", "The token is not valid."));
        return pager.page(call, paging, Pager.over(regions), (region, into) -> into.put("RegionName", region)
                .put("RegionOptStatus", status(account, region)));
    }

    private ObjectNode getRegionOptStatus(Call call) {
        var account = target(call);
        var region = call.text("RegionName");
        if (!Regions.commercial().contains(region)) {
            throw invalid("regionName", "The Region " + region + " is not a valid Region.");
        }
        return Json.object().put("RegionName", region).put("RegionOptStatus", status(account, region));
    }

    /** The caller's own account, or one that he may manage. */
    private Account target(Call call) {
        var id = call.text("AccountId");
        if (id == null) {
            authorizer.check(call, "arn:aws:account::" + call.account().id() + ":account");
            return call.account();
        }
        authorizer.check(call, arnInOrganization(id));
        boolean administrator = call.account() == organization.management()
                || organization.delegations().has(call.account(), SERVICE_PRINCIPAL);
        var account = organization.member(id);
        if (!administrator || account == null || account == organization.management()) {
            throw AwsException.modelled(
                    "AccessDeniedException",
                    "User: " + call.caller().arn() + " is not authorized to perform: "
                            + call.operation().action() + " (Your organization must first enable trusted access with"
                            + " AWS Account Management.)");
        }
        return account;
    }

    /** What a policy names an account by that another one manages. */
    private String arnInOrganization(String accountId) {
        return "arn:aws:account::" + organization.management().id() + ":account/" + organization.id() + "/" + accountId;
    }

    private static String status(Account account, String region) {
        if (Regions.DEFAULT.contains(region)) {
            return "ENABLED_BY_DEFAULT";
        }
        return account.hasEnabled(region) ? "ENABLED" : "DISABLED";
    }

    private static AwsException invalid(String field, String message) {
        return AwsException.modelled("ValidationException", message)
                .with("reason", "fieldValidationFailed")
                .with("fieldList", List.of(Map.of("name", field, "message", message)));
    }
}
