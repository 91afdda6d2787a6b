package io.sharewell.simulator.cloud;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which accounts are delegated administrators.
 *
 * @param services service principals by administrator; one that is not among them administers every service
 */
public record Delegations(Set<String> administrators, Map<String, List<String>> services) {

    /** Whether an account is one, of whatever service. */
    public boolean has(Account account) {
        return administrators.contains(account.id());
    }

    /** Whether an account is one of a service. */
    public boolean has(Account account, String servicePrincipal) {
        var of = services.get(account.id());
        return has(account) && (of == null || of.contains(servicePrincipal));
    }
}
