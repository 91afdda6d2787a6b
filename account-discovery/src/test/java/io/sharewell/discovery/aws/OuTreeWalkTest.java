package io.sharewell.discovery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.RateLimiter;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.events.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.ParentNotFoundException;
import software.amazon.awssdk.services.organizations.model.Root;

@Timeout(20)
class OuTreeWalkTest {

    private static final String ROOT = "r-ab12";
    private static final String PROD = "ou-ab12-prodprod";
    private static final String SANDBOX = "ou-ab12-sandboxx";
    private static final AccountId SHOP = AccountId.of("333333333333");
    private static final AccountId LAB = AccountId.of("444444444444");

    /** OUs that their parents name, with the accounts in them; none for those that are deleted before they are asked. */
    private final Map<String, List<AccountId>> accounts = new HashMap<>(Map.of(ROOT, List.of()));

    @Test
    void namesTheWayFromTheRootToEachAccount() {
        accounts.put(PROD, List.of(SHOP));
        accounts.put(SANDBOX, List.of(LAB));

        OuTree tree = walk();

        assertThat(tree.path(SHOP)).contains("Root/Prod");
        assertThat(tree.path(LAB)).contains("Root/Sandbox");
    }

    @Test
    void anOuThatIsDeletedDuringTheWalkIsLeftOutAlone() {
        accounts.put(SANDBOX, List.of(LAB));

        OuTree tree = walk();

        assertThat(tree.nodes()).containsOnlyKeys(ROOT, SANDBOX);
        assertThat(tree.path(LAB)).contains("Root/Sandbox");
    }

    private OuTree walk() {
        PatientCalls calls =
                new PatientCalls(new RateLimiter<>(1_000, 100), Duration.ZERO, Duration.ZERO, Clock.systemUTC());
        return new OuTreeWalk(new Tree(), calls).walk();
    }

    private final class Tree implements OrganizationsClient {

        @Override
        public ListRootsResponse listRoots(ListRootsRequest request) {
            return ListRootsResponse.builder()
                    .roots(Root.builder().id(ROOT).name("Root").build())
                    .build();
        }

        @Override
        public ListOrganizationalUnitsForParentResponse listOrganizationalUnitsForParent(
                ListOrganizationalUnitsForParentRequest request) {
            accountsOf(request.parentId());
            return ListOrganizationalUnitsForParentResponse.builder()
                    .organizationalUnits(
                            request.parentId().equals(ROOT)
                                    ? List.of(unit(PROD, "Prod"), unit(SANDBOX, "Sandbox"))
                                    : List.of())
                    .build();
        }

        @Override
        public ListAccountsForParentResponse listAccountsForParent(ListAccountsForParentRequest request) {
            return ListAccountsForParentResponse.builder()
                    .accounts(accountsOf(request.parentId()).stream()
                            .map(id -> Account.builder().id(id.value()).build())
                            .toList())
                    .build();
        }

        private List<AccountId> accountsOf(String parent) {
            if (!accounts.containsKey(parent)) {
                throw ParentNotFoundException.builder().statusCode(400).build();
            }
            return accounts.get(parent);
        }

        private static OrganizationalUnit unit(String id, String name) {
            return OrganizationalUnit.builder().id(id).name(name).build();
        }

        @Override
        public String serviceName() {
            return "organizations";
        }

        @Override
        public void close() {}
    }
}
