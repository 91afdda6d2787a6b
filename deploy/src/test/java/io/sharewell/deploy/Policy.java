package io.sharewell.deploy;

import io.sharewell.broker.domain.SessionPolicy;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.seal.SealContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The policies of deploy/iam, and for each the actions that the code needs it for. */
enum Policy {
    ACCOUNT_DISCOVERY(
            Policy::ofDiscovery, "service-roles.yaml", "Resources", "AccountDiscovery", "Properties", "Policies"),
    ACCOUNT_DISCOVERY_ALONE(Policy::ofTheAutomationAccount, "account-discovery-policy.json"),
    DELEGATION(Policy::ofTheAutomationAccount, "organizations-delegation-policy.json"),
    MANAGEMENT_ACCOUNT(Policy::ofTheAutomationAccount, "management-account.yaml", "Resources"),
    CREDENTIAL_BROKER(
            Policy::ofTheBroker, "service-roles.yaml", "Resources", "CredentialBroker", "Properties", "Policies"),
    CREDENTIAL_BROKER_ALONE(Policy::ofTheBroker, "credential-broker-policy.json"),
    MEMBER(Policy::ofSessions, "member-role.yaml", "Resources", "MemberRole", "Properties", "Policies"),
    ACCEPTANCE(Policy::ofAcceptance, "acceptance-role.yaml", "Resources", "AcceptanceRole", "Properties", "Policies");

    private final Supplier<Set<String>> needed;
    private final String file;
    private final String[] place;

    Policy(Supplier<Set<String>> needed, String file, String... place) {
        this.needed = needed;
        this.file = file;
        this.place = place;
    }

    /** As it is in the file. */
    Template read() throws IOException {
        return Template.read(file).at(place);
    }

    /** What is wrong with it, in words: what it lacks, and what it allows in vain. */
    List<String> faults(Template policy) {
        List<String> faults = new ArrayList<>();
        Set<String> lacking = new TreeSet<>(needed.get());
        lacking.removeAll(policy.actions());
        lacking.forEach(action -> faults.add(this + " lacks " + action));
        Set<String> inVain = new TreeSet<>(policy.actions());
        inVain.removeAll(needed.get());
        inVain.forEach(action -> faults.add(this + " allows " + action + ", which nothing calls"));
        return faults;
    }

    private static Set<String> ofDiscovery() {
        return Code.awsActions("io.sharewell.discovery");
    }

    /** Also of its people, who ask about one account: sharewell-app's AccountLookup. */
    private static Set<String> ofTheAutomationAccount() {
        Set<String> calls = new TreeSet<>(ofDiscovery());
        calls.addAll(Set.of("organizations:DescribeAccount", "organizations:ListParents"));
        return calls;
    }

    private static Set<String> ofTheBroker() {
        Set<String> calls = Code.awsActions("io.sharewell.broker");
        calls.removeIf(Policy::isCalledWithAMembersSession);
        return calls;
    }

    private static Set<String> ofSessions() {
        Set<String> calls = Code.awsActions("io.sharewell.broker");
        calls.removeIf(action -> !isCalledWithAMembersSession(action));
        calls.addAll(Code.awsActions("io.sharewell.scanner"));
        calls.addAll(Code.awsActions("io.sharewell.writer"));
        return calls;
    }

    /** With the session of a member account, the broker calls Account Management; everything else as itself. */
    private static boolean isCalledWithAMembersSession(String action) {
        return action.startsWith("account:");
    }

    private static Set<String> ofAcceptance() {
        SealContext accepting = new SealContext("sweep", AccountId.of("333333333333"), Purpose.ACCEPT, Mode.APPLY);
        return Template.parse(SessionPolicy.of(accepting)).actions();
    }
}
