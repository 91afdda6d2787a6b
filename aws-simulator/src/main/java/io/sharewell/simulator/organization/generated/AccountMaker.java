package io.sharewell.simulator.organization.generated;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes up accounts one after the other. */
final class AccountMaker {

    private static final Instant FOUNDED = Instant.parse("2019-02-04T09:30:00Z");
    private static final int DAYS = 7 * 365;

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>(Set.of(
            OrganizationFile.MANAGEMENT_ACCOUNT,
            OrganizationFile.AUTOMATION_ACCOUNT,
            OrganizationFile.REVIEWS_ACCOUNT));
    private int systems;
    private int people;

    AccountMaker(RandomGenerator random) {
        this.random = random;
    }

    static List<AccountFile> special() {
        return List.of(
                AccountFile.of(OrganizationFile.MANAGEMENT_ACCOUNT, "management", null)
                        .withJoinedAt(FOUNDED),
                AccountFile.of(OrganizationFile.AUTOMATION_ACCOUNT, "automation", Tree.SHARED_SERVICES)
                        .withJoinedAt(FOUNDED),
                AccountFile.of(OrganizationFile.REVIEWS_ACCOUNT, "architecture-reviews", Tree.SHARED_SERVICES)
                        .withJoinedAt(FOUNDED));
    }

    /** The next account: security and infrastructure first, then each system's stages, now and then a sandbox. */
    AccountFile next(int number) {
        return switch (number) {
            case 0 -> account("log-archive", Tree.SECURITY, "platform");
            case 1 -> account("security-tooling", Tree.SECURITY, "platform");
            case 2 -> account("network-hub", Tree.NETWORK, "platform");
            case 3 -> account("ci-cd", Tree.SHARED_SERVICES, "platform");
            default -> number % 9 == 8 ? sandbox() : stage(number);
        };
    }

    private AccountFile sandbox() {
        return account("sandbox-" + Names.person(people++), Tree.SANDBOX, "research");
    }

    private AccountFile stage(int number) {
        var system = Names.system(systems / 3);
        var stage = List.of("prod", "staging", "dev").get(systems % 3);
        systems++;
        var unit = stage.equals("prod") ? Tree.PROD : Tree.NON_PROD;
        return account(system + "-" + stage, unit, "unit-" + (number % 7 + 1));
    }

    private AccountFile account(String name, String unit, String costCentre) {
        var id = Names.accountId(random);
        while (!taken.add(id)) {
            id = Names.accountId(random);
        }
        return AccountFile.of(id, name, unit)
                .withJoinedAt(FOUNDED.plus(Duration.ofDays(random.nextInt(DAYS))))
                .withTags(Map.of("cost-centre", costCentre));
    }
}
