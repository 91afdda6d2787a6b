package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.RoleFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every account's roles as they stand: those it was loaded with, and what was added and removed since. */
public final class Roles {

    /** A role that came, or, with both members null, one that went. */
    private record Change(RoleFile written, Role role) {
        private static final Change GONE = new Change(null, null);
    }

    /** What was changed up to one moment. */
    public static final class State {
        private final Map<String, Map<String, Change>> changes;

        private State(Map<String, Map<String, Change>> changes) {
            this.changes = changes;
        }
    }

    private final RoleReader reader;
    private Map<String, Map<String, Change>> changes = new LinkedHashMap<>();

    Roles(RoleReader reader) {
        this.reader = reader;
    }

    /** Null if the account has no role of that name. */
    public Role find(Account account, String name) {
        var change = changes.getOrDefault(account.id(), Map.of()).get(name);
        return change == null ? account.roles().get(name) : change.role();
    }

    /** An account's roles, those it was loaded with first. */
    public Collection<Role> of(Account account) {
        var roles = new LinkedHashMap<>(account.roles());
        changes.getOrDefault(account.id(), Map.of()).forEach((name, change) -> {
            roles.remove(name);
            if (change.role() != null) {
                roles.put(name, change.role());
            }
        });
        return roles.values();
    }

    /**
     * Gives an account a role, in place of one of the same name.
     *
     * @param now when it is created, unless the role says so itself
     * @throws io.sharewell.simulator.organization.OrganizationFileException if it is not defined, or a policy is
     *     malformed
     */
    public Role add(Account account, RoleFile role, Instant now) {
        var written = reader.definition(role);
        var dated = written.createdAt() == null ? written.withCreatedAt(now) : written;
        var made = reader.read(dated);
        changes.computeIfAbsent(account.id(), _ -> new LinkedHashMap<>()).put(made.name(), new Change(dated, made));
        return made;
    }

    /** False if there is none of that name. */
    public boolean remove(Account account, String name) {
        if (find(account, name) == null) {
            return false;
        }
        changes.computeIfAbsent(account.id(), _ -> new LinkedHashMap<>()).put(name, Change.GONE);
        return true;
    }

    /** An account of the organization file with its roles as they stand. */
    public AccountFile written(AccountFile account) {
        var changed = changes.get(account.id());
        if (changed == null) {
            return account;
        }
        var written = new ArrayList<RoleFile>();
        for (var role : account.roles() == null ? reader.defaultRoles() : account.roles()) {
            if (!changed.containsKey(reader.read(role).name())) {
                written.add(role);
            }
        }
        changed.values().stream().filter(it -> it.role() != null).forEach(it -> written.add(it.written()));
        return account.withRoles(List.copyOf(written));
    }

    /** What was changed so far, to come back to. */
    public State state() {
        return new State(copy(changes));
    }

    /** Goes back to how it was. */
    public void become(State state) {
        changes = copy(state.changes);
    }

    private static Map<String, Map<String, Change>> copy(Map<String, Map<String, Change>> changes) {
        var copy = new LinkedHashMap<String, Map<String, Change>>();
        changes.forEach((account, byName) -> copy.put(account, new LinkedHashMap<>(byName)));
        return copy;
    }
}
