package io.sharewell.simulator.admin;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.server.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts as the page shows them. */
final class LiveAccounts {

    private static final int PAGE = 100;
    private static final int MOST = 2000;
    private static final int FOUND = 50;

    private final Simulation simulation;
    private final Census census;

    LiveAccounts(Simulation simulation, Census census) {
        this.simulation = simulation;
        this.census = census;
    }

    /** An account; {@code ou} is given where the account does not stand below its OU. */
    record AccountView(String id, String name, String state, String ou, Tally total) {}

    /** Accounts with a text in name or id: how many there are, and the first of them. */
    record Found(int count, List<AccountView> accounts) {}

    Tally total(List<Account> accounts) {
        var total = new Tally();
        accounts.forEach(it -> add(it, total));
        return total;
    }

    private void add(Account account, Tally total) {
        total.addAccount(account.state());
        total.add(census.of(account.id()));
        total.addCalls(simulation.counters().of(account.id()));
    }

    /** Those of the OUs that a request names as open: at most so many as it says of each. */
    Map<String, List<AccountView>> open(AdminRequest request, List<Account> outside) {
        var open = new LinkedHashMap<String, List<AccountView>>();
        for (var asked : request.parameters().getAll("open")) {
            var parts = asked.split(":");
            var unit = organization().unit(parts[0]);
            if (unit != null || parts[0].equals(LiveApi.OUTSIDE)) {
                var accounts = unit == null ? outside : unit.accounts();
                open.put(
                        parts[0],
                        accounts.stream()
                                .limit(limit(parts))
                                .map(it -> view(it, null))
                                .toList());
            }
        }
        return open;
    }

    private static int limit(String[] parts) {
        return parts.length < 2 ? PAGE : Math.clamp(Integer.parseInt(parts[1]), 1, MOST);
    }

    private AccountView view(Account account, String ou) {
        return new AccountView(account.id(), account.name(), account.state().name(), ou, total(List.of(account)));
    }

    /** Null if there is nothing to look for. */
    Found found(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var all = new ArrayList<Account>();
        for (var account : organization().accounts()) {
            if (account.id().contains(wanted)
                    || account.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                all.add(account);
            }
        }
        return new Found(
                all.size(),
                all.stream().limit(FOUND).map(it -> view(it, path(it))).toList());
    }

    private static String path(Account account) {
        if (!account.inOrganization()) {
            return "outside of the organization";
        }
        return account.unit().isRoot() ? account.unit().name() : account.unit().namePath();
    }

    private Organization organization() {
        return simulation.world().cloud().organization();
    }
}
