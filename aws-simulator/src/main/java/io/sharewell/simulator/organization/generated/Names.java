package io.sharewell.simulator.organization.generated;

import java.util.List;
import java.util.random.RandomGenerator;

/** Words that accounts and people are named by. */
final class Names {

    static final List<String> SYSTEMS = List.of(
            "payments",
            "orders",
            "customer-portal",
            "data-lake",
            "billing",
            "identity",
            "search",
            "inventory",
            "shipping",
            "loyalty",
            "pricing",
            "fraud-detection",
            "reporting",
            "content",
            "notifications",
            "partner-api",
            "mobile",
            "claims",
            "ledger",
            "telemetry",
            "recommendations",
            "support-desk",
            "scheduling",
            "archive",
            "treasury",
            "onboarding",
            "marketing-site",
            "workforce",
            "procurement",
            "quality-lab");
    private static final List<String> PEOPLE = List.of(
            "amara", "bjorn", "chen", "dalia", "elif", "farah", "goran", "hana", "ivan", "jonas", "kemi", "lucia",
            "mateo", "noor", "olga", "pavel", "quinn", "rosa", "sanjay", "tomas", "uma", "vera", "wanjiru", "ximena",
            "yusuf", "zoe");

    private Names() {}

    static String system(int number) {
        var system = SYSTEMS.get(number % SYSTEMS.size());
        return number < SYSTEMS.size() ? system : system + "-" + (number / SYSTEMS.size() + 1);
    }

    static String person(int number) {
        var person = PEOPLE.get(number % PEOPLE.size());
        return number < PEOPLE.size() ? person : person + "-" + (number / PEOPLE.size() + 1);
    }

    /** Twelve digits that do not begin with a zero. */
    static String accountId(RandomGenerator random) {
        return String.valueOf(random.nextLong(100_000_000_000L, 1_000_000_000_000L));
    }
}
