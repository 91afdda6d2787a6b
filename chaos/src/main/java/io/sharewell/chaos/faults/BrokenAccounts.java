package io.sharewell.chaos.faults;

import static io.sharewell.simulator.organization.OrganizationFile.DEFAULT_ROLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RoleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Three accounts in ten are broken, each in one of seven ways. */
public record BrokenAccounts(long seed) implements Fault {

    private static final String LIST = "wellarchitected:ListWorkloads";
    private static final String LIST_SHARES = "wellarchitected:ListWorkloadShares";
    private static final String SHARE = "wellarchitected:CreateWorkloadShare";
    private static final String DENIAL = "no-well-architected";

    private static final Set<String> SPECIAL = Set.of(
            OrganizationFile.MANAGEMENT_ACCOUNT, OrganizationFile.AUTOMATION_ACCOUNT, OrganizationFile.REVIEWS_ACCOUNT);

    private static final List<UnaryOperator<AccountFile>> WAYS = List.of(
            it -> it.withRoles(List.of()),
            it -> it.withRoles(List.of(allowing(LIST, LIST_SHARES, SHARE).withExternalId("of-somebody-else"))),
            it -> it.withRoles(List.of(allowing(LIST_SHARES, SHARE))),
            it -> it.withRoles(List.of(allowing(LIST, SHARE))),
            it -> it.withRoles(List.of(allowing(LIST, LIST_SHARES))),
            it -> it.withServiceControlPolicies(List.of(DENIAL)),
            it -> it.withState(AccountState.SUSPENDED));

    private static RoleFile allowing(String... actions) {
        return RoleFile.allowing(DEFAULT_ROLE, List.of(actions));
    }

    @Override
    public OrganizationFile alter(OrganizationFile organization) {
        Random random = new Random(seed);
        List<AccountFile> accounts = new ArrayList<>();
        for (AccountFile account : organization.accounts()) {
            boolean breaks = !SPECIAL.contains(account.id()) && random.nextInt(10) < 3;
            accounts.add(breaks ? WAYS.get(random.nextInt(WAYS.size())).apply(account) : account);
        }
        return organization.withAccounts(accounts).withServiceControlPolicies(Map.of(DENIAL, denial()));
    }

    private static JsonNode denial() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement")
                .addObject()
                .put("Effect", "Deny")
                .put("Resource", "*")
                .put("Action", "wellarchitected:*");
        return document;
    }

    @Override
    public String strike(Scene scene) {
        return "they are";
    }

    @Override
    public String toString() {
        return "three accounts in ten broken, in seven ways";
    }
}
