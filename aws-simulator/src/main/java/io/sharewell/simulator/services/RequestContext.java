package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.iam.ContextKeys;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition keys that every request has: of its sender, the time and the resource. */
record RequestContext(Organization organization, Call call, String resource, ContextKeys more) implements ContextKeys {

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final int ACCOUNT_OF_ARN = 4;

    @Override
    public List<String> values(String key) {
        return switch (key) {
            case "aws:requestedregion" -> List.of(call.region());
            case "aws:securetransport" -> List.of("true");
            case "aws:currenttime" ->
                List.of(call.now().truncatedTo(ChronoUnit.SECONDS).toString());
            case "aws:epochtime" -> List.of(Long.toString(call.now().getEpochSecond()));
            case "aws:viaawsservice", "aws:principalisawsservice" -> List.of("false");
            case "aws:resourceaccount" -> resourceAccount() == null ? null : List.of(resourceAccount());
            case "aws:resourceorgid" -> ofOrganization(organization.account(resourceAccount()));
            default -> {
                var ofPrincipal = principal(key);
                yield ofPrincipal == null ? more.values(key) : ofPrincipal;
            }
        };
    }

    private List<String> principal(String key) {
        var caller = call.caller();
        return switch (key) {
            case "aws:principalarn" -> List.of(caller.caller().principalArn());
            case "aws:principalaccount" -> List.of(caller.account().id());
            case "aws:principalorgid" -> ofOrganization(caller.account());
            case "aws:principalorgpaths" ->
                caller.account().inOrganization()
                        ? List.of(organization.id() + "/"
                                + caller.account().unit().idPath())
                        : null;
            case "aws:userid" -> List.of(caller.userId());
            default ->
                switch (caller) {
                    case Identity.User user -> user(user, key);
                    case Identity.Session session -> session(session, key);
                };
        };
    }

    private static List<String> user(Identity.User user, String key) {
        return switch (key) {
            case "aws:principaltype" -> List.of("User");
            case "aws:username" -> List.of(user.name());
            default -> null;
        };
    }

    private static List<String> session(Identity.Session session, String key) {
        return switch (key) {
            case "aws:principaltype" -> List.of("AssumedRole");
            case "aws:tokenissuetime" ->
                List.of(session.issuedAt().truncatedTo(ChronoUnit.SECONDS).toString());
            // Nobody has such a device here. A long-term key has no such member at all.
            case "aws:multifactorauthpresent" -> List.of("false");
            case "aws:sourceidentity" -> session.sourceIdentity() == null ? null : List.of(session.sourceIdentity());
            default -> tag(PRINCIPAL_TAG, session.tags(), key);
        };
    }

    /** The value of a tag whose name, in whatever case, follows a prefix; null if the key is another one. */
    static List<String> tag(String prefix, Map<String, String> tags, String key) {
        if (!key.startsWith(prefix)) {
            return null;
        }
        return tags.entrySet().stream()
                .filter(it -> it.getKey().toLowerCase(Locale.ROOT).equals(key.substring(prefix.length())))
                .map(it -> List.of(it.getValue()))
                .findFirst()
                .orElse(null);
    }

    private List<String> ofOrganization(Account account) {
        return account != null && account.inOrganization() ? List.of(organization.id()) : null;
    }

    /** Of a request about no resource in particular it is the caller's. */
    private String resourceAccount() {
        if (resource.equals("*")) {
            return call.account().id();
        }
        var parts = resource.split(":", ACCOUNT_OF_ARN + 2);
        return parts.length > ACCOUNT_OF_ARN && !parts[ACCOUNT_OF_ARN].isEmpty() ? parts[ACCOUNT_OF_ARN] : null;
    }
}
